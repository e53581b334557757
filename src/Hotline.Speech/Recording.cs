namespace Hotline.Speech;

/// <summary>A message as it was fetched from the carrier; the bytes belong to the caller, who clears them afterwards.</summary>
/// <param name="Audio">The whole file, never a link to it: a victim's voice gets no public address.</param>
/// <param name="ContentType">As the carrier named it, e.g. <c>audio/x-wav</c>; what the bytes really are is found by looking.</param>
/// <param name="ExpectedDuration">The length the carrier announced; a recording more than a second off is doubted.</param>
public sealed record Recording(ReadOnlyMemory<byte> Audio, string ContentType, TimeSpan? ExpectedDuration = null);

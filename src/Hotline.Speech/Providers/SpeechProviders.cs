namespace Hotline.Speech;

/// <summary>The providers in the order they are asked; none when transcription is off.</summary>
public sealed record SpeechProviders(IReadOnlyList<ISpeechToText> InOrder);

namespace Hotline.Sandbox.Network;

public enum HeardKind
{
    /// <summary>A machine's voice.</summary>
    Said,
    /// <summary>A sound file, by its address.</summary>
    Played,
    Silence,
    Beep,
    /// <summary>Music while waiting in a queue or a conference without a wait document.</summary>
    Music,
    /// <summary>The other person.</summary>
    Person,
    /// <summary>A key that the other person pressed.</summary>
    Tone,
}

/// <summary>One thing that the person at this end of a call heard.</summary>
/// <param name="Language">As the document says it; null when it left that open.</param>
/// <param name="Length">How long it takes, estimated for speech.</param>
public sealed record HeardLine(HeardKind Kind, string Text, string? Language, string? Voice, TimeSpan Length, DateTimeOffset At);

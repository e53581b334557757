namespace Hotline.Twilio.Twiml;

/// <summary>
/// What Twilio does next in a call: the root <c>&lt;Response&gt;</c>. Every record in this namespace is the element of its
/// name, every init property the attribute of its name with a small first letter; null leaves the attribute out, so that
/// Twilio's default counts. The rules stand beside the attributes; <see cref="TwimlRules"/> holds those across elements.
/// Source: Twilio contract §4.
/// </summary>
public sealed record VoiceResponse(ValueList<Verb> Verbs)
{
    /// <summary>Nothing to do. In answer to a voice webhook this ends the call.</summary>
    public static VoiceResponse Empty { get; } = new([]);
}

/// <summary>One step of a <see cref="VoiceResponse"/>; they run in order.</summary>
public abstract record Verb
{
    private protected Verb() { }
}

/// <summary>What may stand inside <see cref="Gather"/>: <see cref="Say"/>, <see cref="Play"/>, <see cref="Pause"/>.</summary>
public abstract record Prompt : Verb
{
    private protected Prompt() { }
}

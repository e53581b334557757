namespace Hotline.CallFlow;

/// <summary>Who is calling, as far as the line knows. A number is never an identity: phones are shared, borrowed and watched.</summary>
/// <param name="Kind">What the carrier told about the line.</param>
/// <param name="Number">E.164, only when it is a number in Korea that we could ring back; otherwise null.</param>
public sealed record Caller(CallerKind Kind, string? Number = null)
{
    /// <summary>Calls through the 107 relay pass by an interpreter, so every wait is three times as long (DOMAIN T20).</summary>
    public int Patience => Kind == CallerKind.Relay ? 3 : 1;
}

public enum CallerKind
{
    /// <summary>A number in Korea that can be rung back.</summary>
    Listed,

    /// <summary>The number is withheld or unreadable.</summary>
    Withheld,

    /// <summary>A number outside Korea: counsel as usual, but never a callback to it.</summary>
    Abroad,

    /// <summary>The 107 relay for deaf and speech-impaired callers: never limited, never hurried.</summary>
    Relay,
}

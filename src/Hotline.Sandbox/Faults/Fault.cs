namespace Hotline.Sandbox.Faults;

/// <summary>Where something can be made to go wrong.</summary>
public enum FaultPoint
{
    /// <summary>A request to the carrier's REST API.</summary>
    Carrier,
    /// <summary>Fetching a recording's sound; asked before <see cref="Carrier"/>.</summary>
    RecordingMedia,
    /// <summary>A request for TwiML.</summary>
    Webhook,
    /// <summary>A status callback: of calls, recordings, conferences, machine detection.</summary>
    Callback,
    Cases,
    Speech,
}

/// <summary>What goes wrong.</summary>
public abstract record Fault
{
    private Fault() { }

    /// <summary>Answers with a status and, if given, a Retry-After; nothing is carried out.</summary>
    public sealed record Answer(int Status, TimeSpan? RetryAfter = null) : Fault;

    /// <summary>The connection breaks before anything is carried out.</summary>
    public sealed record Drop : Fault;

    /// <summary>It is carried out, and the answer is lost.</summary>
    public sealed record LoseAnswer : Fault;

    /// <summary>The answer is cut off in its middle.</summary>
    public sealed record Truncate : Fault;

    /// <summary>It happens that much later.</summary>
    public sealed record Delay(TimeSpan By) : Fault;

    /// <summary>A callback is delivered so many times in all.</summary>
    public sealed record Repeat(int Times) : Fault;

    /// <summary>A callback is delivered after the next one of the same call, or when the network is told to release it.</summary>
    public sealed record HoldBack : Fault;
}

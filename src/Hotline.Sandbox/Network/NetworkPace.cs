namespace Hotline.Sandbox.Network;

/// <summary>How time passes in the simulated network.</summary>
public enum NetworkPace
{
    /// <summary>Speech takes as long as it takes; people act when they act. Timers are those of the injected clock.</summary>
    Live,

    /// <summary>
    /// For tests: speech and pauses take no time, and a call runs until it needs its person. A time-out passes when the
    /// test says that the person stays silent, or when it moves the clock.
    /// </summary>
    Stepwise,
}

namespace Hotline.Sandbox.Network;

/// <summary>What happens at a phone when it rings.</summary>
public abstract record WhenCalled
{
    private WhenCalled() { }

    /// <summary>It rings until a person, or the test, does something.</summary>
    public sealed record Rings : WhenCalled;

    /// <summary>A person answers, presses one of these at each question, and then listens.</summary>
    public sealed record Answers(params string[] Presses) : WhenCalled;

    /// <summary>A machine answers, greets, and presses nothing.</summary>
    public sealed record Voicemail(string Greeting) : WhenCalled;

    /// <summary>A person rejects the call.</summary>
    public sealed record Declines : WhenCalled;

    public sealed record IsBusy : WhenCalled;

    /// <summary>Nobody is there until the ringing ends.</summary>
    public sealed record NeverAnswers : WhenCalled;

    /// <summary>The number does not exist, or the network is away.</summary>
    public sealed record IsUnreachable : WhenCalled;
}

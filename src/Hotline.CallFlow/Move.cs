using System.Collections.Immutable;

namespace Hotline.CallFlow;

/// <summary>What a step makes of an input. It says what happened; the script says where that leads.</summary>
internal abstract record Move
{
    private Move()
    {
    }

    /// <summary>The state after it; null: unchanged.</summary>
    public CallState? State { get; init; }

    /// <summary>Spoken before the scene that follows.</summary>
    public ImmutableArray<Utterance> Says { get; init; } = [];

    public ImmutableArray<CallEvent> Events { get; init; } = [];

    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Leaves by the exit of this name: a key, or a word for what happened.</summary>
    public sealed record Take(string Exit) : Move;

    /// <summary>The same scene again.</summary>
    public sealed record Stay : Move;

    /// <summary>Not among the choices: explained, and counted.</summary>
    /// <param name="Prompt">What explains it.</param>
    public sealed record Miss(string Prompt = "input.invalid") : Move
    {
        /// <summary>No other try is left, however few keys were wrong: the caller is led to a person.</summary>
        public bool IsFinal { get; init; }
    }

    /// <summary>Stays, with another reply than the step's scene.</summary>
    public sealed record Answer(Reply Reply) : Move;

    /// <summary>Asks the shell, and stays until it answers.</summary>
    public sealed record LookUp(Question Question) : Move;
}

namespace Hotline.CallFlow.Callbacks;

/// <summary>What the carrier makes of the one who answered.</summary>
public enum AnsweredBy
{
    Person,

    /// <summary>A machine whose greeting is not over.</summary>
    MachineSpeaking,

    /// <summary>A machine that records now.</summary>
    MachineListening,
    Fax,

    /// <summary>The carrier cannot tell.</summary>
    Unknown,
}

/// <summary>What is done with the one who answered.</summary>
public abstract record AnswerReaction
{
    private AnswerReaction()
    {
    }

    /// <summary>Begin with <see cref="OutboundIdentity"/>.</summary>
    public sealed record Greet : AnswerReaction;

    /// <summary>Without a sound.</summary>
    public sealed record HangUp(AttemptResult Result) : AnswerReaction;

    /// <summary>Silently, until the greeting is over.</summary>
    public sealed record KeepListening : AnswerReaction;

    /// <summary>Say this once, then hang up.</summary>
    public sealed record Leave(Prompt Message, AttemptResult Result) : AnswerReaction;
}

/// <summary>Others may hear a machine. It hears nothing unless the caller permitted a spoken message, then once, and only after its greeting ended (DOMAIN T7, T8).</summary>
public static class AnsweringMachine
{
    public static AnswerReaction React(AgreedCallback callback, AnsweredBy who) => who switch
    {
        // Frightened people often answer and say nothing, which carriers cannot tell from a machine. The first words name
        // neither the centre nor the reason, so a person is not hung up on for being silent.
        AnsweredBy.Person or AnsweredBy.Unknown => new AnswerReaction.Greet(),
        AnsweredBy.MachineSpeaking when MayLeave(callback) => new AnswerReaction.KeepListening(),
        AnsweredBy.MachineListening when MayLeave(callback) =>
            new AnswerReaction.Leave(new Prompt("outbound.voicemail"), AttemptResult.MachineMessageLeft),
        AnsweredBy.MachineSpeaking or AnsweredBy.MachineListening or AnsweredBy.Fax => new AnswerReaction.HangUp(AttemptResult.MachineNothingLeft),
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };

    private static bool MayLeave(AgreedCallback callback) =>
        callback.Message == MessagePermission.VoiceWithoutName && !callback.MessageWasLeft && !callback.DoNotContact && !callback.State.IsOver;
}

using System.Collections.Immutable;

namespace Hotline.CallFlow.Callbacks;

/// <summary>
/// What the one who answers a callback hears before a counselor does: never the centre's name, and never why we call, before the
/// last four digits of the reference were right (DOMAIN T8). Phones are shared, borrowed and watched. Pure, like the flow of
/// incoming calls; whatever still arrives after the end changes nothing.
/// </summary>
public static class OutboundIdentity
{
    /// <summary>Wrong digits that end the call.</summary>
    public const int MostWrongTries = 3;

    /// <summary>Silences or keys outside the menu, in a row, that end the call.</summary>
    public const int MostMisses = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    public static OutboundTurn Begin() => Ask(new OutboundState(OutboundStep.Opening));

    /// <param name="state">As the last turn returned it.</param>
    /// <param name="input">What happened since.</param>
    /// <param name="reference">The callback's, eight digits.</param>
    public static OutboundTurn Hear(OutboundState state, CallerInput input, string reference)
    {
        if (state.Result is { } over)
            return new OutboundTurn(state, new OutboundReply.Part([], over));
        return input switch
        {
            CallerInput.HungUp => Part(state, state.At == OutboundStep.Verified ? AttemptResult.Later : AttemptResult.Unverified),
            CallerInput.Keyed keyed when state.At == OutboundStep.Verifying => Digits(state, keyed.Keys, reference),
            CallerInput.Keyed { Keys: [var key, ..] } => Key(state, key),
            _ => Missed(state),
        };
    }

    private static OutboundTurn Key(OutboundState state, char key) => (state.At, key) switch
    {
        (_, GlobalKey.QuickExit) => Part(state, AttemptResult.Later, "exit.cover"),
        (_, GlobalKey.Repeat) => Ask(state),
        (OutboundStep.Opening, '1') => Ask(state with { At = OutboundStep.Verifying, Misses = 0 }),
        (OutboundStep.Opening, '3') => Part(state, AttemptResult.WrongPerson, "outbound.wrong"),
        (OutboundStep.Verified, '1' or GlobalKey.Counselor) => Connect(state),
        (_, '2') => Part(state, AttemptResult.Later, "outbound.later"),
        _ => Missed(state, "input.invalid"),
    };

    private static OutboundTurn Digits(OutboundState state, string keys, string reference)
    {
        var typed = keys[(keys.LastIndexOf(GlobalKey.Repeat) + 1)..].TrimEnd('#');
        return typed switch
        {
            "" => keys.EndsWith(GlobalKey.Repeat) ? Ask(state) : Missed(state),
            // Who does not know the reference is a stranger to us, however kind: the way back to us is the line itself.
            [GlobalKey.Counselor] => Part(state, AttemptResult.Unverified, "outbound.verify.failed"),
            [GlobalKey.QuickExit] => Part(state, AttemptResult.Later, "exit.cover"),
            _ when Matches(typed, reference) => Ask(state with { At = OutboundStep.Verified, Misses = 0 }),
            _ when state.WrongTries + 1 >= MostWrongTries => Part(state, AttemptResult.Unverified, "outbound.verify.failed"),
            _ => Ask(state with { WrongTries = state.WrongTries + 1, Misses = 0 }),
        };
    }

    /// <summary>The last four digits as asked for, or the whole reference.</summary>
    private static bool Matches(string typed, string reference) =>
        reference.Length == 8 && (string.Equals(typed, reference, StringComparison.Ordinal) || (typed.Length == 4 && reference.EndsWith(typed, StringComparison.Ordinal)));

    /// <summary>Once more, then goodbye. Where no key was ever pressed it may be a machine that was not recognised: it hears no more.</summary>
    private static OutboundTurn Missed(OutboundState state, string? because = null)
    {
        if (state.Misses + 1 < MostMisses)
            return Ask(state with { Misses = state.Misses + 1 }, because);
        var result = state.At == OutboundStep.Verified ? AttemptResult.Later : AttemptResult.Unverified;
        return state.At == OutboundStep.Opening && because is null ? Part(state, result) : Part(state, result, "outbound.later");
    }

    private static OutboundTurn Ask(OutboundState state, string? first = null)
    {
        var (key, listen) = state.At switch
        {
            OutboundStep.Opening => ("outbound.open", Listen.OneKey),
            OutboundStep.Verifying when state.WrongTries > 0 => ("outbound.verify.again", Listen.Number),
            OutboundStep.Verifying => ("outbound.verify", Listen.Number),
            OutboundStep.Verified => ("outbound.verified", Listen.OneKey),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        ImmutableArray<Utterance> says = first is null ? [new Prompt(key)] : [new Prompt(first), new Prompt(key)];
        return new(state, new OutboundReply.Ask(says, listen, Patience));
    }

    private static OutboundTurn Connect(OutboundState state) =>
        new(state with { Result = AttemptResult.Reached }, new OutboundReply.Connect([new Prompt("queue.connecting")]));

    private static OutboundTurn Part(OutboundState state, AttemptResult result, params ImmutableArray<string> prompts) =>
        new(state with { Result = result }, new OutboundReply.Part([.. prompts.Select(key => new Prompt(key))], result));

    /// <summary>The keys that mean the same everywhere on the line (DOMAIN §6.1).</summary>
    private static class GlobalKey
    {
        public const char Counselor = '0';
        public const char QuickExit = '8';
        public const char Repeat = '*';
    }
}

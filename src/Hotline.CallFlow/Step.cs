using System.Collections.Immutable;

namespace Hotline.CallFlow;

/// <summary>
/// A place in the script: what is heard there, and what each input means there. It never names another step; its row in
/// <see cref="Script"/> does. Without state of its own, so one object serves every call.
/// </summary>
public abstract class Step
{
    /// <summary>How long a caller may take for the first key, before <see cref="Caller.Patience"/> (DOMAIN §6.1).</summary>
    private protected static readonly TimeSpan FirstKey = TimeSpan.FromSeconds(7);

    /// <summary>The exits that it takes apart from the keys of a menu. Its row must have them.</summary>
    internal virtual ImmutableArray<string> Outcomes => [];

    /// <summary>Digits ended by # instead of single keys.</summary>
    internal virtual bool TakesNumber => false;

    /// <summary>9 changes the language here.</summary>
    internal virtual bool OffersLanguages => false;

    /// <summary>The callback is registered and this call still has something to say about it.</summary>
    internal virtual bool FollowsAgreement => false;

    /// <summary>The state's agency belongs to it.</summary>
    internal virtual bool UsesAgency => false;

    /// <summary>Its own meaning of a global key comes first. 8 is never owned.</summary>
    internal virtual bool Owns(char key) => false;

    /// <summary>The exit by which a caller is passed on at once, who cannot be served here now.</summary>
    internal virtual string? PassOn(CallState state, LineFacts facts) => null;

    /// <summary>Once, on arrival.</summary>
    internal virtual Arrival Arrive(CallState state, LineFacts facts) => new(state);

    /// <summary>What is heard here.</summary>
    internal abstract Reply Speak(CallState state, LineFacts facts);

    /// <summary>What is heard when the caller stays or asks to hear it again.</summary>
    internal virtual Reply SpeakAgain(CallState state, LineFacts facts) => Speak(state, facts);

    /// <summary>A key that has no global meaning here, or a number.</summary>
    internal virtual Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => new Move.Take(keyed.Keys);

    /// <summary>Silence that means something here; null where the house rule counts it.</summary>
    internal virtual Move? Silence(CallState state, LineFacts facts) => null;

    /// <summary>Whatever else happened.</summary>
    internal virtual Move Hear(CallerInput input, CallState state, LineFacts facts) => new Move.Stay();

    /// <summary>Asks for one key; after a silence also for two taps, from a caller who cannot speak.</summary>
    private protected Reply Ask(CallState state, params ImmutableArray<Utterance> says) => new Reply.Ask(
        says,
        TakesNumber ? Listen.Number : state.Silences > 0 ? Listen.OneKeyOrTwoTaps : Listen.OneKey,
        FirstKey * state.Caller.Patience);
}

/// <summary>The state on arrival at a step, and what is written down about it.</summary>
internal sealed record Arrival(CallState State)
{
    public ImmutableArray<CallEvent> Events { get; init; } = [];

    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];
}

using System.Collections.Immutable;
using System.Globalization;
using Hotline.CallFlow.Hours;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>One of the next days on which somebody can call.</summary>
internal sealed class CallbackDayStep : Step
{
    /// <summary>As many days as the prompt names.</summary>
    private const int Offered = 3;

    internal override ImmutableArray<string> Outcomes => ["picked"];

    internal override Reply Speak(CallState state, LineFacts facts)
    {
        var days = SafeWindows.Days(Offered, facts);
        return Ask(
            state,
            new Prompt("callback.day").With("dayOne", Say(days[0], facts)).With("dayTwo", Say(days[1], facts)).With("dayThree", Say(days[2], facts)));
    }

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) =>
        int.TryParse(keyed.Keys, NumberStyles.None, CultureInfo.InvariantCulture, out var key) && key is >= 1 and <= Offered
            ? new Move.Take("picked") { State = state with { PickedDay = SafeWindows.Days(Offered, facts)[key - 1] } }
            : new Move.Miss();

    private static Spoken.Words Say(DateOnly day, LineFacts facts)
    {
        var today = SeoulTime.DateOf(facts.Now);
        return new Spoken.Words(SpokenKorean.Day(day, today), SpokenEnglish.Day(day, today).TrimEnd(','));
    }
}

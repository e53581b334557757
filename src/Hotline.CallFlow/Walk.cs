using System.Collections.Immutable;

namespace Hotline.CallFlow;

/// <summary>One turn in the making: the house rules that hold in every state, around what the step itself decides.</summary>
internal sealed class Walk(Script script, LineFacts facts, CallState state)
{
    /// <summary>Wrong keys that are forgiven; the next one leads to a person (DOMAIN §5).</summary>
    private const int Forgiven = 2;

    private CallState state = state;

    private ScriptRow Row => script[state.Step];

    /// <summary>The carrier was told to let go of the caller, and has not said yet that it did.</summary>
    private bool IsLeavingQueue => state.InQueue && state.Step != StepName.Waiting;

    /// <summary>An earlier call is remembered without a word: somebody else may have pressed redial (DOMAIN T11, T12).</summary>
    public Turn Begin()
    {
        state = state with { CutOffBefore = facts.CutOffBefore };
        return Go(new Exit("", StepName.Welcome), new Move.Stay());
    }

    public Turn Hear(CallerInput input)
    {
        if (state.Over)
            return AfterTheEnd(input);
        if (input is CallerInput.Keyed or CallerInput.Spoke or CallerInput.Silent)
            state = state with { Greeted = true };
        return input switch
        {
            CallerInput.HungUp => HangUp([]),
            CallerInput.LeftQueue left => LeftQueue(left.Exit),
            CallerInput.Recorded stray when Row.Step is not Steps.MessageRecordStep => KeepStray(stray),
            _ when IsLeavingQueue => Plain(new Reply.LeaveQueue()),
            CallerInput.Keyed keyed => Press(keyed),
            CallerInput.Spoke spoke => Say(spoke),
            CallerInput.Silent => Silence(),
            _ => Do(Row.Step.Hear(input, state, facts)),
        };
    }

    public Turn Resume() => state.Over ? Plain(new Reply.Nothing()) : Do(new Move.Stay());

    private Turn Press(CallerInput.Keyed keyed)
    {
        var step = Row.Step;
        if (!step.TakesNumber && state.Silences > 0 && facts.CanReachCounselor && GlobalKeys.AreTwoTaps(keyed.Keys))
            return CannotSpeak();
        if (!step.TakesNumber)
        {
            if (keyed.Keys.Length == 0)
                return Silence();
            // A menu takes one key; what follows it was meant for something else.
            keyed = new CallerInput.Keyed(keyed.Keys[..1]);
        }

        var key = step.TakesNumber ? GlobalKeys.OfNumber(keyed) : GlobalKeys.OfMenu(keyed.Keys);
        return key is { } global && !step.Owns(global) ? Global(global) : Do(step.Press(keyed, state, facts));
    }

    private Turn CannotSpeak() => Do(new Move.Take(Script.ToCounselor)
    {
        State = state with { CannotSpeak = true },
        Events = [new CallEvent.CannotSpeak()],
        Says = [new Prompt("input.silent.noted")],
    });

    private Turn Global(char key) => key switch
    {
        GlobalKeys.QuickExit => Leave(),
        GlobalKeys.Counselor => Do(new Move.Take(Script.ToCounselor)),
        GlobalKeys.Back when Row.Back is { } back => Go(new Exit("#", back), new Move.Stay()),
        GlobalKeys.Languages when Row.Step.OffersLanguages => ChangeLanguage(),
        GlobalKeys.Languages => Do(new Move.Miss()),
        _ => Do(new Move.Stay { State = state with { Silences = 0 }, Says = Row.Step.TakesNumber ? [new Prompt("entry.cleared")] : [] }),
    };

    private Turn Say(CallerInput.Spoke spoke) =>
        GlobalKeys.Of(spoke.Words) is not { } key ? Do(new Move.Miss("input.speech.unclear"))
        : Row.Step.Owns(key) ? Do(Row.Step.Press(new CallerInput.Keyed(key.ToString()), state, facts))
        : Global(key);

    /// <summary>Nobody is hung up on for being silent (DOMAIN T2): once more with another way to answer, then a person.</summary>
    private Turn Silence()
    {
        if (Row.Step.Silence(state, facts) is { } own)
            return Do(own);
        if (state.Silences > 0)
            return GiveUp("input.none.final", []);
        // Two taps bring a counselor who asks what keys can answer; with no counselor there nobody would ask.
        ImmutableArray<Utterance> says = Row.Step.TakesNumber || !facts.CanReachCounselor ? [new Prompt("input.none")] : [new Prompt("input.none"), new Prompt("input.silent")];
        return Do(new Move.Stay { State = state with { Silences = state.Silences + 1 }, Says = says });
    }

    /// <summary>
    /// Keys do not work for this caller. Whoever answers is announced truthfully: nobody is promised a counselor who is not there.
    /// Places from which our counselors are out of reach have an exit of their own.
    /// </summary>
    private Turn GiveUp(string announcement, ImmutableArray<CallEvent> events)
    {
        if (Row.Find(Script.GivenUp) is not null && !(Row.Step.TakesNumber && facts.CanReachCounselor))
            return Do(new Move.Take(Script.GivenUp) { Says = [new Prompt(announcement + ".closed")], Events = events });
        return Do(new Move.Take(Script.ToCounselor) { Says = facts.CanReachCounselor ? [new Prompt(announcement)] : [], Events = events });
    }

    /// <summary>Korean, English, then the way to other languages, and from there Korean again.</summary>
    private Turn ChangeLanguage()
    {
        if (state is { Language: Language.English, Step: not StepName.OtherLanguage })
            return Do(new Move.Take(Script.OtherLanguages));
        var language = state.Language == Language.Korean ? Language.English : Language.Korean;
        var events = ImmutableArray.Create<CallEvent>(new CallEvent.LanguageChosen(language));
        state = state with { Language = language, Silences = 0, WrongKeys = 0 };
        var says = ImmutableArray.Create<Utterance>(new Prompt("language.chosen"));
        return state.Step == StepName.OtherLanguage && Row.Back is { } back
            ? Go(new Exit("9", back), new Move.Stay { Events = events, Says = says })
            : Do(new Move.Stay { State = state with { Greeted = false }, Events = events, Says = says });
    }

    private Turn Do(Move move)
    {
        state = move.State ?? state;
        return move switch
        {
            Move.Take take when script.Find(Row, take.Exit) is { } exit => Go(exit, move),
            // A key that the menu does not have; a word that it does not have is a defect of the script.
            Move.Take { Exit.Length: 1 } => Do(new Move.Miss()),
            Move.Take take => throw new InvalidOperationException($"The script has no exit '{take.Exit}' at {state.Step}."),
            Move.Miss { IsFinal: false } miss when state.WrongKeys < Forgiven => Missed(miss),
            Move.Miss => GiveUp(Row.Step.TakesNumber ? "entry.toomany" : "input.invalid.final", move.Events),
            Move.Answer answer => new Turn(state, Before(move.Says, answer.Reply), move.Events, move.FollowUps),
            Move.LookUp look => new Turn(state, Scene(), move.Events, move.FollowUps, look.Question),
            _ => Again(move),
        };
    }

    /// <summary>The scene once more, unless the world has changed so that it cannot be played here any longer.</summary>
    private Turn Again(Move move) => !IsLeavingQueue && Row.Step.PassOn(state, facts) is not null
        ? Go(new Exit("", state.Step), move)
        : new Turn(state, Before(move.Says, Scene()), move.Events, move.FollowUps);

    private Turn Missed(Move.Miss miss)
    {
        state = state with { WrongKeys = state.WrongKeys + 1, Silences = 0 };
        return Again(miss with { Says = [.. miss.Says, new Prompt(miss.Prompt)] });
    }

    private Turn Go(Exit exit, Move move)
    {
        var (from, learned) = (Row, Learn(exit));
        var to = Settle(exit.To);
        if (state.InQueue)
        {
            // Nothing is heard until the carrier let go of the caller; the arrival follows then.
            state = state with { Step = to.Name, Silences = 0, WrongKeys = 0 };
            return new Turn(state, new Reply.LeaveQueue(), [.. move.Events, .. learned], move.FollowUps);
        }

        var owed = from.Step.FollowsAgreement && !to.Step.FollowsAgreement ? CaseFollowUp.On(state) : [];
        var arrival = to.Step.Arrive(
            state with { Step = to.Name, Silences = 0, WrongKeys = 0, AgencyKey = to.Step.UsesAgency ? state.AgencyKey : null }, facts);
        state = arrival.State;
        return new Turn(
            state,
            Before(move.Says, to.Step.Speak(state, facts)),
            [.. move.Events, .. learned, new CallEvent.StepEntered(to.Name), .. arrival.Events],
            [.. move.FollowUps, .. arrival.FollowUps, .. owed]);
    }

    /// <summary>Follows the steps that pass a caller on, to the one that really serves.</summary>
    private ScriptRow Settle(StepName name)
    {
        var row = script[name];
        for (var hops = 0; row.Step.PassOn(state, facts) is { } on; hops++)
        {
            if (hops > script.Rows.Length)
                throw new InvalidOperationException($"The script passes a caller on in circles at {row.Name}.");
            var exit = row.Find(on) ?? throw new InvalidOperationException($"The script has no exit '{on}' at {row.Name}.");
            if (exit.Agency is not null)
                state = state with { AgencyKey = exit.Agency };
            row = script[exit.To];
        }

        return row;
    }

    private ImmutableArray<CallEvent> Learn(Exit exit)
    {
        var events = ImmutableArray.CreateBuilder<CallEvent>();
        if (exit.Service is { } service && service != state.Service)
        {
            state = state with { Service = service };
            events.Add(new CallEvent.ServiceChosen(service));
        }

        if (exit.Raises is { } urgency && urgency < state.Urgency)
        {
            state = state with { Urgency = urgency };
            events.Add(new CallEvent.UrgencyRaised(urgency, exit.Signal ?? ""));
        }

        if (exit.Agency is not null)
            state = state with { AgencyKey = exit.Agency };
        return events.ToImmutable();
    }

    private Turn LeftQueue(QueueExit how)
    {
        if (how == QueueExit.HungUp)
            return HangUp([]);
        if (!state.InQueue)
            return Do(new Move.Stay());

        var waiting = state.Step == StepName.Waiting;
        state = state with { InQueue = false, SpokenAhead = null };
        var next = how == QueueExit.Served ? StepName.Farewell : waiting ? StepName.NobodyFree : state.Step;
        return Go(new Exit("", next), new Move.Stay { Events = [new CallEvent.QueueLeft(how)] });
    }

    /// <summary>Key 8: at once, also out of the queue, whose document may end the call.</summary>
    private Turn Leave()
    {
        ImmutableArray<CallEvent> left = state.InQueue ? [new CallEvent.QueueLeft(QueueExit.Left)] : [];
        state = state with { InQueue = false };
        return Do(new Move.Take(Script.ToExit) { Events = left });
    }

    private Turn HangUp(ImmutableArray<FollowUp> followUps)
    {
        ImmutableArray<CallEvent> events = state.InQueue
            ? [new CallEvent.QueueLeft(QueueExit.HungUp), new CallEvent.CallerHungUp(state.Step)]
            : [new CallEvent.CallerHungUp(state.Step)];
        var owed = Row.Step.FollowsAgreement ? CaseFollowUp.On(state) : [];
        state = state with { Over = true, InQueue = false };
        return new Turn(state, new Reply.Nothing(), events, [.. followUps, .. owed]);
    }

    /// <summary>A message that is told of when nobody expects it is still a message.</summary>
    private Turn KeepStray(CallerInput.Recorded recorded)
    {
        if (!IsNews(recorded))
            return Do(new Move.Stay());
        var kept = Kept(recorded);
        return Do(new Move.Stay { State = kept.State, Events = kept.Events, FollowUps = kept.FollowUps });
    }

    private Turn AfterTheEnd(CallerInput input) =>
        input is CallerInput.Recorded recorded && IsNews(recorded) ? Kept(recorded) : Plain(new Reply.Nothing());

    private bool IsNews(CallerInput.Recorded recorded) =>
        state.Reference is not null && recorded is { RecordingSid: { } sid, Length.Ticks: > 0 } && !string.Equals(sid, state.RecordingSid, StringComparison.Ordinal);

    private Turn Kept(CallerInput.Recorded recorded) => new(
        state with { RecordingSid = recorded.RecordingSid },
        new Reply.Nothing(),
        [new CallEvent.MessageLeft(recorded.RecordingSid, recorded.Length, recorded.BrokenOff)],
        [new FollowUp.FetchMessage(recorded.RecordingSid!), new FollowUp.OpenCase(CaseDue.WithTranscript)]);

    private Reply Scene() => IsLeavingQueue ? new Reply.LeaveQueue() : Row.Step.SpeakAgain(state, facts);

    private Turn Plain(Reply reply) => new(state, reply, [], []);

    private Reply Before(ImmutableArray<Utterance> says, Reply reply)
    {
        // Waiting for a second tap delays every single key: not where two taps mean nothing.
        if (reply is Reply.Ask { Listen: Listen.OneKeyOrTwoTaps } ask && !facts.CanReachCounselor)
            reply = ask with { Listen = Listen.OneKey };
        return says.IsEmpty ? reply : reply with { Says = [.. says, .. reply.Says] };
    }
}

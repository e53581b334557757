using System.Collections.Immutable;

namespace Hotline.CallFlow.Exploration;

/// <summary>
/// Walks every state that a call can reach, with every input, in every circumstance, also when circumstances change between two
/// inputs. States that no step can tell apart count as one.
/// </summary>
/// <param name="seen">Is told of every turn; true ends the exploration.</param>
internal sealed class Explorer(Script script, ImmutableArray<Circumstance> circumstances, ImmutableArray<Caller> callers, Func<Transition, bool> seen)
{
    private readonly Dictionary<CallState, int> numbers = [];
    private readonly Queue<int> toVisit = [];
    private bool ended;

    public List<CallState> States { get; } = [];

    public long Transitions { get; private set; }

    public void Explore()
    {
        foreach (var caller in callers)
        {
            for (var world = 0; world < circumstances.Length && !ended; world++)
                Begin(caller, world);
        }

        while (!ended && toVisit.TryDequeue(out var number))
            Visit(number);
    }

    private void Begin(Caller caller, int world)
    {
        var facts = circumstances[world].Facts;
        Tell(new Transition(Transition.Opening, world, facts, new Input("dials", new CallerInput.Dialled()), here => Flow.Begin(caller, here, script)));
        // A defect of ours may strike at any time.
        var welcome = new CallState { Step = StepName.Welcome, Caller = caller };
        Tell(new Transition(
            Transition.Opening, world, facts, new Input("defect", new CallerInput.Dialled()), here => Flow.Apology(welcome with { CutOffBefore = here.CutOffBefore })));
    }

    private void Visit(int from)
    {
        var state = States[from];
        if (state.Over)
            return;
        for (var world = 0; world < circumstances.Length; world++)
        {
            if (circumstances[world].OnlyWords && state.Caller != callers[0])
                continue;
            foreach (var facts in Facts(state, circumstances[world].Facts))
            {
                foreach (var input in Inputs.All)
                {
                    if (ended)
                        return;
                    Tell(new Transition(from, world, facts, input, here => Advance(state, input, here)) { Before = state });
                }
            }
        }
    }

    /// <summary>Of an earlier call that was cut off the facts tell once, at the beginning; from then on the call remembers it.</summary>
    private Turn Advance(CallState state, Input input, LineFacts facts) => facts.CutOffBefore
        ? Flow.Advance(state with { CutOffBefore = true }, input.What, facts with { CutOffBefore = false }, script)
        : Flow.Advance(state, input.What, facts, script);

    private void Tell(Transition transition)
    {
        Transitions++;
        transition.Happen();
        if (transition.Turn is not { } turn)
        {
            ended = seen(transition) || ended;
            return;
        }

        foreach (var state in Canonical.After(transition.Before, turn.State))
        {
            transition.To = Number(state);
            ended = seen(transition) || ended;
        }
    }

    private static IEnumerable<LineFacts> Facts(CallState state, LineFacts facts) =>
        state.InQueue ? Inputs.Places.Select(place => facts with { Queue = place }) : [facts];

    private int Number(CallState state)
    {
        if (numbers.TryGetValue(state, out var known))
            return known;
        numbers.Add(state, States.Count);
        States.Add(state);
        toVisit.Enqueue(States.Count - 1);
        return States.Count - 1;
    }
}

/// <summary>One turn of the exploration.</summary>
/// <param name="happen">The same turn under any facts.</param>
internal sealed class Transition(int from, int world, LineFacts facts, Input input, Func<LineFacts, Turn> happen)
{
    /// <summary>Where a call comes from that has just been dialled.</summary>
    public const int Opening = -1;

    public int From => from;

    public int World => world;

    public LineFacts Facts => facts;

    public Input Input => input;

    /// <summary>Null for an opening.</summary>
    public CallState? Before { get; init; }

    public int To { get; set; } = -1;

    /// <summary>Null when it crashed.</summary>
    public Turn? Turn { get; private set; }

    public string? Crash { get; private set; }

    public void Happen()
    {
        try
        {
            Turn = happen(facts);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // The exploration looks for exactly these, and reports them.
            Crash = defect.Message;
        }
    }

    /// <summary>What a caller meets who was not cut off before.</summary>
    public Turn ToOthers() => happen(facts with { CutOffBefore = false });

    public IEnumerable<string> Prompts => Turn is null ? [] : Turn.Reply.Says.OfType<Prompt>().Select(prompt => prompt.Key);
}

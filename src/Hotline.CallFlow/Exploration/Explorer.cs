using System.Collections.Immutable;
using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Exploration;

/// <summary>
/// Walks every state that a call can reach, with every input, in every circumstance, also when circumstances change between two
/// inputs. States that no step can tell apart count as one.
/// </summary>
internal sealed class Explorer(Script script, ImmutableArray<Circumstance> circumstances, ImmutableArray<Caller> callers)
{
    private static readonly SafeWindow AnyWindow =
        new(new(2026, 11, 25, 9, 0, 0, SeoulTime.Offset), new(2026, 11, 25, 12, 0, 0, SeoulTime.Offset), AsSoonAsPossible: false);

    private readonly Dictionary<CallState, int> numbers = [];
    private readonly Queue<int> toVisit = [];

    public List<CallState> States { get; } = [];

    public List<Step> Steps { get; } = [];

    /// <summary>The first turn of a call, in each circumstance.</summary>
    public List<Opening> Openings { get; } = [];

    /// <summary>A turn that threw, which must never happen.</summary>
    public List<string> Crashes { get; } = [];

    public Explorer Explore()
    {
        foreach (var caller in callers)
        {
            for (var world = 0; world < circumstances.Length; world++)
            {
                var turn = Flow.Begin(caller, circumstances[world].Facts, script);
                Openings.Add(new Opening(world, Number(turn.State), turn));
            }
        }

        // A defect of ours may strike at any time.
        foreach (var caller in callers)
            Number(Flow.Apology(new CallState { Step = StepName.Welcome, Caller = caller }).State);

        while (toVisit.TryDequeue(out var number))
            Visit(number);
        return this;
    }

    private void Visit(int from)
    {
        var state = States[from];
        if (state.Over)
            return;
        for (var world = 0; world < circumstances.Length; world++)
        {
            foreach (var facts in Facts(state, circumstances[world].Facts))
            {
                foreach (var input in Inputs.All)
                    Take(from, world, input, facts);
            }
        }
    }

    private void Take(int from, int world, Input input, LineFacts facts)
    {
        try
        {
            var turn = Flow.Advance(States[from], input.What, facts, script);
            Steps.Add(new Step(from, world, input, Number(turn.State), turn));
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            Crashes.Add($"{States[from].Step} / {input.Name} / {circumstances[world].Name}: {broken.Message}");
        }
    }

    private static IEnumerable<LineFacts> Facts(CallState state, LineFacts facts) =>
        state.InQueue ? Inputs.Places.Select(place => facts with { Queue = place }) : [facts];

    private int Number(CallState state)
    {
        var same = Canonical(state);
        if (numbers.TryGetValue(same, out var known))
            return known;
        numbers.Add(same, States.Count);
        States.Add(same);
        toVisit.Enqueue(States.Count - 1);
        return States.Count - 1;
    }

    /// <summary>Forgets what only the staff's side reads.</summary>
    private static CallState Canonical(CallState state) => state with
    {
        Service = Service.NotStated,
        CannotSpeak = false,
        Urgency = state.Urgency <= Urgency.U1 ? Urgency.U1 : Urgency.U3,
        SpokenAhead = null,
        LongWaits = Math.Min(state.LongWaits, 2),
        Greeted = state.Greeted || state.Step is not (StepName.Welcome or StepName.Closed),
        Callback = state.Reference is not null || state.Over ? CallbackDraft.Empty : new CallbackDraft(
            state.Callback.Number,
            state.Callback.Window is null ? null : AnyWindow,
            MessagePermission.LeaveNothing),
    };

    /// <summary>One turn of the exploration.</summary>
    internal sealed record Step(int From, int World, Input Input, int To, Turn Turn);

    internal sealed record Opening(int World, int To, Turn Turn);
}

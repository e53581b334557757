using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Hotline.CallFlow.Exploration;

/// <summary>What must hold of the ways through a call, within one circumstance (DOMAIN T1, T2, L2).</summary>
internal sealed class PathRules(Script script, ImmutableArray<Circumstance> circumstances)
{
    /// <summary>Keys to a counselor or an agency, from anywhere.</summary>
    private const int MostKeys = 2;

    /// <summary>Silences until a person is reached, from anywhere.</summary>
    private const int MostSilences = 8;

    private readonly List<Edge> edges = [];
    private readonly HashSet<StepName> entered = [];

    public void Add(Transition transition)
    {
        if (transition.Turn is not { } turn)
            return;
        entered.Add(turn.State.Step);
        edges.Add(new Edge(transition.From, transition.To, (byte)transition.World, Marks(transition, turn)));
    }

    public IEnumerable<string> Broken(List<CallState> states) =>
    [
        .. Enumerable.Range(0, circumstances.Length).SelectMany(world => Within(world, states)),
        .. Without(Mark.NumberConsent, Mark.Registers, "a callback is registered without consent to keep the number", states),
        .. Without(Mark.MessageConsent, Mark.Records, "a message is recorded without consent", states),
        .. script.Rows.Where(row => !entered.Contains(row.Name)).Select(row => $"{row.Name}: no call ever gets there"),
    ];

    private IEnumerable<string> Within(int world, List<CallState> states)
    {
        var name = circumstances[world].Name;
        var here = edges.Where(edge => edge.World == world && edge.From >= 0).ToList();
        var visited = here.Select(edge => edge.From).ToHashSet();
        var helped = Reached(states, Helped, here.Where(edge => !edge.Has(Mark.Escape)), int.MaxValue);
        var human = Reached(states, Human, here.Where(edge => edge.Has(Mark.Key)), MostKeys);
        var quiet = Reached(states, Human, here.Where(edge => edge.Has(Mark.Silence)), MostSilences);
        for (var state = 0; state < states.Count; state++)
        {
            if (states[state].Over)
                continue;
            if (!visited.Contains(state))
                continue;
            var where = $"{states[state].Step} ({name})";
            if (!helped[state])
                yield return $"{where}: no way to a person, an agency or a callback";
            if (!TurnRules.Listens(states[state]))
                continue;
            if (!human[state])
                yield return $"{where}: a counselor or an agency is more than {MostKeys} keys away";
            if (!quiet[state])
                yield return $"{where}: a silent caller is not brought to a person";
        }
    }

    /// <summary>Backwards from the states that are aimed at.</summary>
    private static bool[] Reached(List<CallState> states, Func<CallState, bool> aim, IEnumerable<Edge> ways, int most)
    {
        var into = ways.ToLookup(edge => edge.To, edge => edge.From);
        var reached = new bool[states.Count];
        var front = Enumerable.Range(0, states.Count).Where(state => aim(states[state])).ToList();
        front.ForEach(state => reached[state] = true);
        for (var step = 0; step < most && front.Count > 0; step++)
        {
            front = [.. front.SelectMany(state => into[state]).Distinct().Where(state => !reached[state])];
            front.ForEach(state => reached[state] = true);
        }

        return reached;
    }

    /// <summary>With every giving of the consent cut out, the act that needs it must be out of reach.</summary>
    private IEnumerable<string> Without(Mark consent, Mark act, string fault, List<CallState> states)
    {
        var ways = edges.Where(edge => !edge.Has(consent)).ToLookup(edge => edge.From);
        var reached = new bool[states.Count];
        var front = new Queue<Edge>(ways[Transition.Opening]);
        while (front.TryDequeue(out var edge))
        {
            if (edge.Has(act))
                return [$"{states[Math.Max(edge.From, 0)].Step}: {fault}"];
            if (reached[edge.To])
                continue;
            reached[edge.To] = true;
            foreach (var next in ways[edge.To])
                front.Enqueue(next);
        }

        return [];
    }

    private static bool Human(CallState state) => state is { Step: StepName.Waiting, InQueue: true } or { Step: StepName.Transfer, Over: false };

    private static bool Helped(CallState state) => Human(state) || state.Reference is not null;

    private static Mark Marks(Transition transition, Turn turn) =>
        (transition.Input.IsKey ? Mark.Key : Mark.None)
        | (transition.Input.What is CallerInput.Silent ? Mark.Silence : Mark.None)
        | (turn.State.Over ? Mark.Escape : Mark.None)
        | (turn.Reply is Reply.RecordMessage ? Mark.Records : Mark.None)
        | turn.Events.Aggregate(Mark.None, (marks, happened) => marks | happened switch
        {
            CallEvent.ConsentGiven { Kind: ConsentKind.Number } => Mark.NumberConsent,
            CallEvent.ConsentGiven { Kind: ConsentKind.Message } => Mark.MessageConsent,
            CallEvent.CallbackAgreed => Mark.Registers,
            _ => Mark.None,
        });

    [Flags]
    private enum Mark : byte
    {
        None = 0,
        Key = 1,
        Silence = 2,
        Escape = 4,
        NumberConsent = 8,
        MessageConsent = 16,
        Registers = 32,
        Records = 64,
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Edge(int From, int To, byte World, Mark Marks)
    {
        public bool Has(Mark mark) => (Marks & mark) != Mark.None;
    }
}

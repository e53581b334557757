using System.Collections.Immutable;

namespace Hotline.CallFlow.Exploration;

/// <summary>
/// Proves the script's promises by walking all of it: every reachable state, every input, every circumstance. A fault means that a
/// caller could be left without help, hung up on, recorded or registered against the caller's will.
/// </summary>
public static class ScriptCheck
{
    private static readonly ImmutableArray<Caller> Callers =
        [new(CallerKind.Listed, "+821000001234"), new(CallerKind.Withheld), new(CallerKind.Abroad), new(CallerKind.Relay)];

    /// <param name="namedKeys">The keys that the text of a prompt names, so that what is said can be held against what is done.</param>
    public static ScriptReport Run(Script script, ImmutableArray<Circumstance> circumstances, Func<string, IEnumerable<char>> namedKeys) =>
        Run(script, circumstances, Callers, namedKeys, firstFaultOnly: false);

    internal static ScriptReport Run(
        Script script, ImmutableArray<Circumstance> circumstances, ImmutableArray<Caller> callers, Func<string, IEnumerable<char>> namedKeys, bool firstFaultOnly)
    {
        var faults = new SortedSet<string>(RowRules.Broken(script), StringComparer.Ordinal);
        if (firstFaultOnly && faults.Count > 0)
            return new ScriptReport(0, 0, [.. faults], []);

        var prompts = new HashSet<string>(StringComparer.Ordinal);
        var (turns, paths) = (new TurnRules(script, namedKeys), new PathRules(script, circumstances));
        var explorer = new Explorer(script, circumstances, callers, Judge);
        explorer.Explore();
        if (!firstFaultOnly || faults.Count == 0)
            faults.UnionWith(paths.Broken(explorer.States));
        return new ScriptReport(explorer.States.Count, explorer.Transitions, [.. faults], [.. prompts.Order(StringComparer.Ordinal)]);

        bool Judge(Transition transition)
        {
            paths.Add(transition);
            prompts.UnionWith(transition.Prompts);
            foreach (var fault in turns.Broken(transition))
                faults.Add($"{transition.Before?.Step.ToString() ?? "opening"} / {transition.Input.Name} ({circumstances[transition.World].Name}): {fault}");
            return firstFaultOnly && faults.Count > 0;
        }
    }
}

/// <summary>What the exploration found.</summary>
/// <param name="States">Reachable states that differ for the flow.</param>
/// <param name="Transitions">Turns that were tried.</param>
/// <param name="Faults">Empty when every promise is kept.</param>
/// <param name="Prompts">Every prompt that a caller can hear.</param>
public sealed record ScriptReport(int States, long Transitions, ImmutableArray<string> Faults, ImmutableArray<string> Prompts);

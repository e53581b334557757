using System.Collections.Concurrent;
using Hotline.CallFlow.Exploration;
using Xunit.Abstractions;

namespace Hotline.CallFlow.Tests.Exploration;

/// <summary>The exploration is worth what it catches: a script with one way out taken away or bent must not pass it.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static IEnumerable<(ScriptRow Row, Exit Exit)> Exits => Script.Shipped.Rows.SelectMany(row => row.Exits.Select(exit => (row, exit)));

    [Fact]
    public void A_script_without_one_of_its_exits_never_passes_the_exploration()
    {
        var survivors = Survivors(mutant => mutant.Row with { Exits = mutant.Row.Exits.Remove(mutant.Exit) }, Explored);

        Assert.Empty(survivors);
    }

    [Fact]
    public void A_script_with_an_exit_bent_back_to_its_own_row_never_passes_the_exploration()
    {
        var bendable = Exits.Where(mutant => mutant.Exit.To != mutant.Row.Name);

        var survivors = Survivors(mutant => Bent(mutant, mutant.Row.Name), Explored, bendable);

        Assert.Empty(survivors);
    }

    [Fact]
    public void A_script_with_an_exit_that_leads_elsewhere_never_keeps_every_dialogue()
    {
        var survivors = Survivors(mutant => Bent(mutant, mutant.Exit.To == StepName.Help ? StepName.Police : StepName.Help), Played);

        Assert.Empty(survivors);
    }

    private List<string> Survivors(Func<(ScriptRow Row, Exit Exit), ScriptRow> change, Func<Script, bool> passes, IEnumerable<(ScriptRow Row, Exit Exit)>? of = null)
    {
        var survivors = new ConcurrentBag<string>();
        var mutants = (of ?? Exits).ToList();
        Parallel.ForEach(mutants, mutant =>
        {
            var changed = change(mutant);
            if (passes(new Script([.. Script.Shipped.Rows.Select(row => row.Name == changed.Name ? changed : row)], Script.Shipped.Everywhere)))
                survivors.Add($"{mutant.Row.Name} '{mutant.Exit.On}'");
        });
        output.WriteLine($"{mutants.Count} changed scripts, {survivors.Count} passed: {string.Join(", ", survivors)}");
        return survivors.Order(StringComparer.Ordinal).ToList();
    }

    private static ScriptRow Bent((ScriptRow Row, Exit Exit) mutant, StepName to) =>
        mutant.Row with { Exits = mutant.Row.Exits.Replace(mutant.Exit, mutant.Exit with { To = to }) };

    private static bool Explored(Script script) =>
        ScriptCheck.Run(script, Circumstance.Leading(Line.Open), [Line.Listed, Line.Withheld], NamedKeys.Of, firstFaultOnly: true).Faults.IsEmpty;

    private static bool Played(Script script) => Dialogue.All.All(dialogue => dialogue.IsKept(script));
}

namespace Hotline.CallFlow.Exploration;

/// <summary>What must hold of the rows themselves, before anybody calls.</summary>
internal static class RowRules
{
    /// <summary>DOMAIN T1: at most three levels, at most five choices.</summary>
    private const int MostLevels = 3;

    private const int MostChoices = 5;

    public static IEnumerable<string> Broken(Script script)
    {
        foreach (var name in Enum.GetValues<StepName>().Where(name => script.Rows.All(row => row.Name != name)))
            yield return $"{name}: has no row";
        foreach (var row in script.Rows)
        {
            foreach (var fault in Broken(row, script))
                yield return $"{row.Name}: {fault}";
        }
    }

    private static IEnumerable<string> Broken(ScriptRow row, Script script)
    {
        foreach (var outcome in row.Step.Outcomes.Where(outcome => script.Find(row, outcome) is null))
            yield return $"has no exit '{outcome}', which its step takes";
        foreach (var exit in row.Exits.Where(exit => exit.On.Length > 1 && !row.Step.Outcomes.Contains(exit.On, StringComparer.Ordinal)
            && exit.On is not (Script.ToCounselor or Script.ToExit or Script.OtherLanguages)))
        {
            yield return $"has an exit '{exit.On}', which its step never takes";
        }

        foreach (var exit in row.Exits.Where(exit => exit.To == row.Name && exit.On is not "again"))
            yield return $"exit '{exit.On}' leads back to where it starts";
        if (row.Step.OffersLanguages && row.Back is null && row.Find(Script.OtherLanguages) is null)
            yield return "offers English, and no way on to other languages";
        if (row.Level is < 1 or > MostLevels)
            yield return $"lies on level {row.Level} of {MostLevels}";
        if (row.Exits.Count(exit => exit.On is [>= '1' and <= '9']) > MostChoices)
            yield return $"has more than {MostChoices} choices";
        foreach (var exit in row.Exits.Where(exit => exit.On is [>= '1' and <= '9'] && script[exit.To].Level > row.Level + 1))
            yield return $"key {exit.On} leads more than one level down";
    }
}

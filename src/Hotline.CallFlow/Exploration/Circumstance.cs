using System.Collections.Immutable;
using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Exploration;

/// <summary>A world that a call may meet, for the exploration.</summary>
/// <param name="OnlyWords">It changes what is said, not where a call can lead: one kind of caller is enough.</param>
public sealed record Circumstance(string Name, LineFacts Facts, bool OnlyWords = false)
{
    private static readonly DateTimeOffset Workday = new(2026, 11, 24, 14, 0, 0, SeoulTime.Offset);
    private static readonly DateTimeOffset Christmas = new(2026, 12, 25, 10, 0, 0, SeoulTime.Offset);

    /// <summary>The worlds that differ in where a call can lead, made from the agencies and settings of a real line.</summary>
    public static ImmutableArray<Circumstance> Leading(LineFacts line)
    {
        var open = line with { Now = Workday, Hours = OpeningHours.Of(HoursProfile.Weekday0918), CounselorsOnDuty = true, Queue = null, CutOffBefore = false };
        return
        [
            new("open", open),
            new("nobody on duty", open with { CounselorsOnDuty = false }),
            new("closed for the day", open with { Now = Workday.AddHours(8) }),
        ];
    }

    /// <summary>All worlds, also those in which only the words differ.</summary>
    public static ImmutableArray<Circumstance> All(LineFacts line)
    {
        var leading = Leading(line);
        var (open, closed) = (leading[0].Facts, leading[2].Facts);
        return
        [
            .. leading,
            new("public holiday", open with { Now = Christmas }, OnlyWords: true),
            new("emergency closure", open with { Hours = open.Hours with { Overrides = [new HoursOverride.EmergencyClosure(Workday.AddDays(-1), Workday.AddDays(1))] } }, OnlyWords: true),
            new("never open again", open with { Now = Christmas, Hours = open.Hours with { Overrides = [new HoursOverride.EmergencyClosure(Christmas.AddHours(14), Christmas.AddYears(1))] } }, OnlyWords: true),
            new("day and night", open with { Hours = OpeningHours.Always }, OnlyWords: true),
            new("surge", open with { Surge = true }, OnlyWords: true),
            new("discreet", open with { DiscreetGreeting = true, ReadBackLastFour = true }, OnlyWords: true),
            new("discreet and closed", closed with { DiscreetGreeting = true, ReadBackLastFour = true }, OnlyWords: true),
            new("cut off before", open with { CutOffBefore = true }),
            new("cut off before, nobody on duty", open with { CounselorsOnDuty = false, CutOffBefore = true }, OnlyWords: true),
            new("cut off before, closed now", closed with { CutOffBefore = true }, OnlyWords: true),
            new("agencies closed", open with { Agencies = Except1366(line, agency => agency with { Hours = Never }) }, OnlyWords: true),
            new("agencies not dialled", open with { Agencies = Except1366(line, agency => agency with { DialString = null }) }, OnlyWords: true),
        ];
    }

    private static OpeningHours Never => new(new WeeklySchedule([], closedOnPublicHolidays: false));

    private static Dictionary<string, Agency> Except1366(LineFacts line, Func<Agency, Agency> change) =>
        line.Agencies.ToDictionary(
            row => row.Key,
            row => string.Equals(row.Key, Script.W1366, StringComparison.Ordinal) ? row.Value : change(row.Value),
            StringComparer.Ordinal);
}

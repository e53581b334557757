using System.Globalization;
using Hotline.CallFlow;
using Hotline.CallFlow.Hours;
using Hotline.Web.Prompts;
using Hotline.Web.Schedule;
using Hotline.Web.Voice;

namespace Hotline.Web.Commands;

/// <summary>What the line is, and says, at a moment: with the schedule, the agencies and the prompts that are in force now.</summary>
internal sealed class SchedulePreview(ScheduleStore schedule, LineFactsSource source, PromptCatalogue prompts)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="days">How many days, the moment's own included, are listed besides.</param>
    public async Task<IReadOnlyList<string>> LinesAsync(DateTimeOffset moment, int days, CancellationToken cancellation)
    {
        var line = await schedule.ReadAsync(SeoulTime.At(SeoulTime.DateOf(moment), TimeSpan.Zero), cancellation);
        var state = line.Hours.At(moment);
        var facts = source.FactsOf(await source.WorldAsync(cancellation) with { Schedule = line, CounselorsOnDuty = true, Now = moment });
        return
        [
            $"{SeoulMoment.Text(moment)} in Seoul: {(state.IsOpen ? "open" : "closed")}",
            $"Why: {Reason(state)}",
            Next(state),
            "A caller hears first:",
            .. FirstHeard(facts).Select(text => "  " + text),
            .. days > 0 ? Enumerable.Range(0, days).Select(ahead => OfDay(line.Hours, SeoulTime.DateOf(moment).AddDays(ahead))).Prepend("Days:") : [],
        ];
    }

    private static string Reason(HoursState state) => state.Reason switch
    {
        HoursReason.WeeklyHours => "weekly hours",
        HoursReason.SpecialOpen => "special opening",
        HoursReason.OutsideHours => "outside the weekly hours",
        HoursReason.PublicHoliday => $"public holiday, {state.HolidayName!.Ko} ({state.HolidayName.En})",
        HoursReason.EmergencyClosure => "emergency closure",
        HoursReason.CalendarUnknown => $"the public holidays of this year are not known, only those of {KoreanHolidays.FirstYear} to {KoreanHolidays.LastYear}",
        _ => throw new InvalidOperationException($"{state.Reason} has no words."),
    };

    private static string Next(HoursState state) => state switch
    {
        { IsOpen: true, ClosesAt: { } closes } => $"Closes: {SeoulMoment.Text(closes)}",
        { IsOpen: true } => $"Closes: not within {OpeningHours.Horizon.TotalDays:0} days",
        { NextOpen: { } opens } => $"Next opening: {SeoulMoment.Text(opens)}",
        _ => $"Next opening: none within {OpeningHours.Horizon.TotalDays:0} days",
    };

    // With somebody on duty: whether anybody will be cannot be foretold.
    private IEnumerable<string> FirstHeard(LineFacts facts) => Flow.Begin(new Caller(CallerKind.Withheld), facts).Reply.Says
        .OfType<Prompt>()
        .Select(prompt => prompts.Text(prompt.Key, prompt.In ?? Language.Korean, prompt.Values));

    private static string OfDay(OpeningHours hours, DateOnly date)
    {
        var (start, end) = (SeoulTime.At(date, TimeSpan.Zero), SeoulTime.At(date, Day));
        var (open, whyClosed) = (new List<string>(), (string?)null);
        for (var at = start; at < end;)
        {
            var state = hours.At(at);
            var until = (state.IsOpen ? state.ClosesAt : state.NextOpen) is { } change && change < end ? change : end;
            if (state.IsOpen)
                open.Add($"{Clock(at, start)}-{Clock(until, start)}");
            else if (state.Reason is not HoursReason.OutsideHours)
                whyClosed = Reason(state);
            at = until;
        }

        var day = date.ToString("yyyy-MM-dd (ddd)", CultureInfo.InvariantCulture);
        return $"  {day}  {(open.Count == 0 ? "closed" : string.Join(", ", open))}{(whyClosed is null ? "" : $"  {whyClosed}")}";
    }

    private static string Clock(DateTimeOffset moment, DateTimeOffset midnight) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)(moment - midnight).TotalHours:00}:{moment.Minute:00}");
}

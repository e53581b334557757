using Hotline.CallFlow.Hours;

namespace Hotline.Web.Schedule;

/// <summary>What staff decided about the line, as it is in force.</summary>
/// <param name="Surge">Many people call at once: shorter words, callbacks offered first.</param>
/// <param name="HolidaysConfirmedThrough">The last day for which somebody confirmed that every dated holiday is entered; null: only the shipped ones are known.</param>
public sealed record LineSchedule(OpeningHours Hours, bool Surge, DateOnly? HolidaysConfirmedThrough)
{
    public DatedFacts DatedFactsAt(DateTimeOffset now) => ShippedHolidays.DatedFactsEnd(now, HolidaysConfirmedThrough);
}

/// <summary>An override as the staff entered it. A cancelled one stays in the list.</summary>
public sealed record EnteredOverride
{
    public required Guid Id { get; init; }

    /// <summary>emergency-closure or special-opening.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public string? CancelledBy { get; init; }
}

/// <summary>What became of a change to the schedule.</summary>
public abstract record ScheduleChange
{
    private ScheduleChange()
    {
    }

    /// <summary>It is in force: here at once, on other nodes within five seconds.</summary>
    public sealed record Done : ScheduleChange;

    /// <summary>Nothing was changed. The sentence says what would be right.</summary>
    public sealed record Refused(string Sentence) : ScheduleChange;
}

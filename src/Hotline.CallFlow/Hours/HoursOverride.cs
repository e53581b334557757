namespace Hotline.CallFlow.Hours;

/// <summary>A dated departure from the week, half-open, at once in effect. Temporary public holidays are <see cref="DatedHoliday"/>s.</summary>
public abstract record HoursOverride(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Closed whatever else says.</summary>
    public sealed record EmergencyClosure(DateTimeOffset From, DateTimeOffset To) : HoursOverride(From, To);

    /// <summary>Open although the week or a public holiday says closed.</summary>
    public sealed record SpecialOpen(DateTimeOffset From, DateTimeOffset To) : HoursOverride(From, To);

    public bool Covers(DateTimeOffset moment) => From <= moment && moment < To;
}

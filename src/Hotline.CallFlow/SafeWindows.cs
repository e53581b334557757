using System.Collections.Immutable;
using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow;

/// <summary>Part of a day, as callers choose it.</summary>
public enum DayPart
{
    /// <summary>09:00-12:00</summary>
    Morning,

    /// <summary>12:00-18:00</summary>
    Afternoon,

    /// <summary>18:00-21:00</summary>
    Evening,
}

/// <summary>The times that callers may choose for a callback: only those in which somebody can call, and long enough to keep the promise.</summary>
public static class SafeWindows
{
    private const int DaysAhead = 14;

    /// <summary>Shorter ones are not offered: a counselor must get to it.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan SoonLasts = TimeSpan.FromHours(12);

    /// <summary>From now or the next opening, until it closes or twelve hours later. Null when no opening is known.</summary>
    public static SafeWindow? AsSoonAsPossible(LineFacts facts) => AsSoonAsPossible(facts.Hours, facts.Now);

    public static SafeWindow? AsSoonAsPossible(OpeningHours hours, DateTimeOffset now) =>
        FirstOpen(hours, WholeMinute(now), now + OpeningHours.Horizon, SoonLasts) is { } window ? window with { AsSoonAsPossible = true } : null;

    /// <summary>That part of today or of the next day that has it. Null when there is none in two weeks.</summary>
    public static SafeWindow? Next(DayPart part, LineFacts facts) =>
        Enumerable.Range(0, DaysAhead).Select(day => On(Today(facts).AddDays(day), part, facts)).FirstOrDefault(window => window is not null);

    /// <summary>Null when the line is closed then, or too little of it is left.</summary>
    public static SafeWindow? On(DateOnly day, DayPart part, LineFacts facts)
    {
        var (from, to) = part switch
        {
            DayPart.Morning => (9, 12),
            DayPart.Afternoon => (12, 18),
            DayPart.Evening => (18, 21),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
        var start = SeoulTime.At(day, TimeSpan.FromHours(from));
        var earliest = WholeMinute(facts.Now);
        return FirstOpen(facts.Hours, start > earliest ? start : earliest, SeoulTime.At(day, TimeSpan.FromHours(to)), TimeSpan.MaxValue);
    }

    /// <summary>The next days after today on which somebody can call; where there are too few, the days that follow.</summary>
    public static ImmutableArray<DateOnly> Days(int count, LineFacts facts) =>
    [
        .. Enumerable.Range(1, DaysAhead)
            .Select(day => Today(facts).AddDays(day))
            .OrderBy(day => Enum.GetValues<DayPart>().Any(part => On(day, part, facts) is not null) ? 0 : 1)
            .Take(count)
            .Order(),
    ];

    private static SafeWindow? FirstOpen(OpeningHours hours, DateTimeOffset from, DateTimeOffset to, TimeSpan longest)
    {
        for (var start = from; start < to;)
        {
            var state = hours.At(start);
            if (!state.IsOpen)
            {
                if (state.NextOpen is not { } opens)
                    return null;
                start = opens;
                continue;
            }

            var end = Earlier(state.ClosesAt ?? to, to);
            if (end - start > longest)
                end = start + longest;
            if (end - start >= Shortest)
                return new SafeWindow(start, end, AsSoonAsPossible: false);
            start = end;
        }

        return null;
    }

    private static DateOnly Today(LineFacts facts) => SeoulTime.DateOf(facts.Now);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset WholeMinute(DateTimeOffset moment) => SeoulTime.In(moment).AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));
}

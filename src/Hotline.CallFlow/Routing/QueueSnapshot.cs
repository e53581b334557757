using System.Collections.Immutable;

namespace Hotline.CallFlow.Routing;

/// <summary>The line as it stands, in the order in which the router serves it. Who is already with a counselor is not in it.</summary>
public sealed class QueueSnapshot
{
    private QueueSnapshot(ImmutableArray<Waiting> line) => Line = line;

    /// <summary>The first is served first.</summary>
    public ImmutableArray<Waiting> Line { get; }

    public static QueueSnapshot Of(IEnumerable<Waiting> waiting) =>
        new([.. waiting.Where(each => !each.IsTaken).Order(WaitingOrder.Instance)]);

    /// <returns>How many are served earlier, due callbacks included, because they are; null for one that does not wait.</returns>
    public int? AheadOf(Guid id)
    {
        var place = Line.Select(waiting => waiting.Id).ToList().IndexOf(id);
        return place < 0 ? null : place;
    }

    /// <returns>Of the live callers; null when none waits. A callback's caller is not on the line.</returns>
    public TimeSpan? LongestWait(DateTimeOffset now) =>
        Line.Where(waiting => waiting.Kind == WaitingKind.LiveCaller).Max(waiting => (TimeSpan?)(now - waiting.ReadySince));
}

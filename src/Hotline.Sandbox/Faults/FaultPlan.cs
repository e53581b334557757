namespace Hotline.Sandbox.Faults;

/// <summary>The faults to come, in the order in which they were planned. Each is used up by the requests that it hits.</summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<Planned> plan = [];

    /// <summary>What is still to come, for people to read.</summary>
    public IReadOnlyList<string> Pending
    {
        get
        {
            lock (gate)
                return [.. plan.Select(planned => $"{planned.Point} {planned.Match}: {planned.Fault}, {planned.Left} left")];
        }
    }

    /// <param name="match">Part of the request's method and address, such as <c>POST /Calls.json</c> or <c>/voice/status</c>; empty hits all.</param>
    public void Next(FaultPoint point, Fault fault, string match = "", int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (gate)
            plan.Add(new(point, fault, match) { Left = times });
    }

    public void Clear()
    {
        lock (gate)
            plan.Clear();
    }

    /// <summary>The fault that hits this request; null when it goes well.</summary>
    internal Fault? Take(FaultPoint point, string request)
    {
        lock (gate)
        {
            var hit = plan.Find(planned => planned.Point == point && request.Contains(planned.Match, StringComparison.Ordinal));
            if (hit is null)
                return null;
            if (--hit.Left is 0)
                plan.Remove(hit);
            return hit.Fault;
        }
    }

    private sealed record Planned(FaultPoint Point, Fault Fault, string Match)
    {
        public int Left { get; set; }
    }
}

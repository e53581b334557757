namespace Hotline.CallFlow.Routing;

/// <summary>The counselors during one look at the queue: who is on duty, and who is still free after the offers made so far.</summary>
internal sealed class Floor
{
    private readonly Dictionary<Guid, Counselor> all;
    private readonly HashSet<Guid> free;
    private readonly HashSet<Guid> keptForUrgent = [];
    private readonly Dictionary<Guid, DateTimeOffset> restEnds = [];

    /// <param name="counselors">Everybody, whatever their presence.</param>
    /// <param name="spokenFor">Who holds an offer or a call. The facts may be read a moment apart, so presence alone is not trusted.</param>
    /// <param name="rules">The configured rules.</param>
    /// <param name="now">The moment of this look.</param>
    public Floor(IEnumerable<Counselor> counselors, IEnumerable<Guid> spokenFor, RoutingRules rules, DateTimeOffset now)
    {
        all = counselors.ToDictionary(counselor => counselor.Id);
        OnDuty = [.. all.Values.Where(counselor => counselor.OnDuty)];
        free = [.. all.Values.Where(counselor => counselor.Presence == Presence.Available).Select(counselor => counselor.Id)];
        free.ExceptWith(spokenFor);
        foreach (var counselor in all.Values)
        {
            if (Strain.RestsUntil(counselor, rules) is { } until && until > now)
                restEnds.Add(counselor.Id, until);
        }
    }

    public IReadOnlyList<Counselor> OnDuty { get; }

    public IEnumerable<Counselor> FreeFor(Waiting waiting) =>
        free.Where(id => waiting.IsUrgent || !keptForUrgent.Contains(id)).Select(id => all[id]).Where(counselor => Fit.Suits(waiting, counselor));

    public Counselor? Find(Guid? id) => id is { } known ? all.GetValueOrDefault(known) : null;

    /// <summary>The end of a rest that lasts at this moment.</summary>
    public DateTimeOffset? RestEnds(Counselor counselor) => restEnds.TryGetValue(counselor.Id, out var until) ? until : null;

    public bool Rests(Guid counselor) => restEnds.ContainsKey(counselor);

    public void Take(Counselor counselor) => free.Remove(counselor.Id);

    /// <summary>Keeps everybody who is free for this one from being asked for routine callers.</summary>
    public void KeepFor(Waiting urgent) => keptForUrgent.UnionWith(FreeFor(urgent).Select(counselor => counselor.Id));
}

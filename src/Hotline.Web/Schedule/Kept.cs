namespace Hotline.Web.Schedule;

/// <summary>
/// An answer that every turn needs and that seldom changes: read again when it is older than <paramref name="fresh"/>, and at once after a
/// change that was made here.
/// </summary>
public sealed class Kept<T>(TimeProvider time, TimeSpan fresh)
    where T : class
{
    private readonly Lock gate = new();
    private volatile Answer? answer;
    private int changes;

    /// <summary>The last answer, however old; null before the first and after a change.</summary>
    public T? Last => answer?.Value;

    public async ValueTask<T> GetAsync(Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (answer is { } known && now - known.ReadAt < fresh && now >= known.ReadAt)
            return known.Value;
        var before = Volatile.Read(ref changes);
        var value = await read(cancellation);
        lock (gate)
        {
            // What was read before a change made meanwhile must not outlive it.
            if (before == changes)
                answer = new Answer(value, now);
        }

        return value;
    }

    /// <summary>To be called after the change is committed.</summary>
    public void Forget()
    {
        lock (gate)
        {
            changes++;
            answer = null;
        }
    }

    private sealed record Answer(T Value, DateTimeOffset ReadAt);
}

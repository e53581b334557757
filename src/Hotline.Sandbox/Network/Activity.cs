namespace Hotline.Sandbox.Network;

/// <summary>
/// Counts what is going on, so that a test can wait until nothing is: a call that waits for its person, or for a time-out, is
/// quiet; one that asks for a document is not.
/// </summary>
internal sealed class Activity(Activity? parent = null)
{
    private readonly Lock gate = new();
    private TaskCompletionSource? quiet;
    private int count;

    public void Enter()
    {
        parent?.Enter();
        lock (gate)
        {
            if (count++ is 0)
                quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Exit()
    {
        lock (gate)
        {
            if (--count is 0)
                quiet!.SetResult();
        }

        parent?.Exit();
    }

    public async Task QuietAsync(TimeSpan patience, string who)
    {
        for (var pending = Pending(); !pending.IsCompleted; pending = Pending())
        {
            try
            {
                await pending.WaitAsync(patience);
            }
            catch (TimeoutException late)
            {
                throw new TimeoutException($"{who} did not become quiet within {patience.TotalSeconds} s.", late);
            }
        }
    }

    private Task Pending()
    {
        lock (gate)
            return count is 0 ? Task.CompletedTask : quiet!.Task;
    }
}

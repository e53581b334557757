using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hotline.Web.Tests.Harness;

/// <summary>
/// Kills one piece of work (a webhook or a job attempt) at a chosen step: at its n-th database command or outgoing request, or just
/// before its answer leaves. From then on nothing that this piece of work tries succeeds, as if its process were gone; the next piece finds a living node.
/// </summary>
public sealed class SuddenDeath : IStartupFilter, IDisposable
{
    private static readonly AsyncLocal<Life?> Current = new();
    private readonly ActivityListener listener;
    private int stepsLeft = int.MaxValue;

    public SuddenDeath()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => Step(),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Steps taken since the last <see cref="KillAt"/>, by all work.</summary>
    public int Steps { get; private set; }

    public bool Happened { get; private set; }

    /// <param name="step">From 1.</param>
    public void KillAt(int step) => (stepsLeft, Steps, Happened) = (step, 0, false);

    /// <summary>Runs one job attempt that may be killed.</summary>
    public static async Task RunAsync(Func<Task> work)
    {
        Current.Value = new Life();
        try
        {
            await work();
        }
        catch (DeathException)
        {
            // Nobody is left to see it.
        }
        finally
        {
            Current.Value = null;
        }
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (HttpContext context, RequestDelegate inner) =>
        {
            var life = Current.Value = new Life();
            var answer = context.Response.Body;
            using var held = new MemoryStream();
            context.Response.Body = held;
            try
            {
                await inner(context);
                Step();
            }
            catch (DeathException)
            {
                life.IsOver = true;
            }

            if (life.IsOver)
            {
                context.Abort();
                return;
            }

            context.Response.Body = answer;
            held.Position = 0;
            await held.CopyToAsync(answer);
        });
        next(app);
    };

    public void Dispose() => listener.Dispose();

    private void Step()
    {
        if (Current.Value is not { } life)
            return;
        if (life.IsOver)
            throw new DeathException();
        Steps++;
        if (--stepsLeft != 0)
            return;
        life.IsOver = Happened = true;
        throw new DeathException();
    }

    private sealed class Life
    {
        public bool IsOver { get; set; }
    }

    private sealed class DeathException() : Exception("This process died.");
}

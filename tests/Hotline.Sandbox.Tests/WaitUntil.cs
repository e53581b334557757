using System.Diagnostics;

namespace Hotline.Sandbox.Tests;

/// <summary>For what a moved clock sets going in the background.</summary>
internal static class WaitUntil
{
    public static async Task HoldsAsync(Func<bool> condition)
    {
        for (var limit = Stopwatch.StartNew(); !condition();)
        {
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(10), "It never came to hold.");
            await Task.Yield();
        }
    }
}

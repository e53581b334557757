using Hotline.Web.Schedule;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Web.Tests.Schedule;

public sealed class KeptTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly Kept<string> kept;
    private int reads;

    public KeptTests() => kept = new Kept<string>(clock, TimeSpan.FromSeconds(3));

    [Fact]
    public async Task An_answer_is_read_again_only_when_it_is_old()
    {
        await AskAsync();
        clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal("1", await AskAsync());
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("2", await AskAsync());
    }

    [Fact]
    public async Task An_answer_is_read_again_after_a_change()
    {
        await AskAsync();

        kept.Forget();

        Assert.Equal("2", await AskAsync());
    }

    [Fact]
    public async Task What_was_read_before_a_change_does_not_outlive_it()
    {
        var slow = new TaskCompletionSource<string>();
        var asked = kept.GetAsync(_ => slow.Task, CancellationToken.None);

        kept.Forget();
        slow.SetResult("old");

        Assert.Equal("old", await asked);
        Assert.Equal("1", await AskAsync());
    }

    [Fact]
    public async Task A_reading_that_fails_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await kept.GetAsync(_ => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Equal("1", await AskAsync());
    }

    private ValueTask<string> AskAsync() => kept.GetAsync(_ => Task.FromResult((++reads).ToString(System.Globalization.CultureInfo.InvariantCulture)), CancellationToken.None);
}

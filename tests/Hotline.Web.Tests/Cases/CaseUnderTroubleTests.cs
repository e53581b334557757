using System.Runtime.Versioning;
using Hotline.Sandbox.Faults;
using Hotline.Web.Tests.Harness;

namespace Hotline.Web.Tests.Cases;

/// <summary>Lost, late and repeated webhooks, broken suppliers: one case each, nothing lost.</summary>
[SupportedOSPlatform("linux")]
public sealed class CaseUnderTroubleTests
{
    private static readonly byte[] Message = Sounds.Read("espeak-p01.wav");

    [Fact]
    public async Task The_recording_callback_may_come_before_the_action()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "안녕하세요.");
        line.Network.RecordingsCompleteFirst = true;

        await line.LeaveMessageAsync(Message);
        await line.RunJobsAsync();

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("안녕하세요.", opened.Text("statement.text"));
        Assert.False(opened.Element("statement.unfinished").GetBoolean());
    }

    [Fact]
    public async Task Every_callback_may_come_three_times()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "안녕하세요.");
        line.Faults.Next(FaultPoint.Callback, new Fault.Repeat(3), times: 20);

        await line.LeaveMessageAsync(Message);
        await line.RunJobsAsync();

        Assert.Equal("안녕하세요.", (await line.OnlyCaseAsync()).Text("statement.text"));
        Assert.Single(line.World.Speech.Requests);
    }

    [Fact]
    public async Task The_recording_callback_may_never_come()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "안녕하세요.");
        line.Faults.Next(FaultPoint.Callback, new Fault.Drop(), times: 50);

        await line.LeaveMessageAsync(Message);
        await line.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("안녕하세요.", (await line.OnlyCaseAsync()).Text("statement.text"));
    }

    [Fact]
    public async Task A_hang_up_of_which_nothing_at_all_is_told_still_becomes_a_case_with_its_message()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "도와주세요.");

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback + Caller.ToTone);
        line.Faults.Next(FaultPoint.Webhook, new Fault.Drop(), times: 50);
        line.Faults.Next(FaultPoint.Callback, new Fault.Drop(), times: 50);
        await call.RecordAndHangUpAsync(Message);
        await line.PassAsync(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30));

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("도와주세요.", opened.Statements().Last().GetProperty("text").GetString());
        Assert.True(opened.Statements().Last().GetProperty("unfinished").GetBoolean());
    }

    [Fact]
    public async Task When_transcription_fails_for_ever_the_case_goes_out_without_and_is_told_so()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.Faults.Next(FaultPoint.Speech, new Fault.Answer(503), times: 100_000);

        await line.LeaveMessageAsync(Message);
        await line.PassAsync(TimeSpan.FromSeconds(100));
        var opened = await line.OnlyCaseAsync();
        Assert.Equal("pending", opened.Text("statement.state"));
        await line.PassAsync(TimeSpan.FromHours(26), TimeSpan.FromMinutes(20));

        Assert.True(opened.Entries.Count > 0, await line.WorkAsync());
        Assert.Equal("failed", (await line.OnlyCaseAsync()).Statements().Last().GetProperty("state").GetString());
        Assert.Equal("high", Assert.Single(opened.Entries, e => e.GetProperty("kind").GetString() == "priority-raised").GetProperty("priority").GetString());
        Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from follow_ups where gave_up_at is not null"));
    }

    [Fact]
    public async Task A_late_transcript_is_appended_once_and_raises_the_priority()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "유포하겠다고 협박하고 있어요.");
        line.Faults.Next(FaultPoint.Speech, new Fault.Answer(503), times: 5);

        await line.LeaveMessageAsync(Message);
        await line.PassAsync(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30));

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("pending", opened.Text("statement.state"));
        Assert.Equal("유포하겠다고 협박하고 있어요.", Assert.Single(opened.Entries, e => e.GetProperty("kind").GetString() == "statement").GetProperty("statement").GetProperty("text").GetString());
        Assert.Equal("urgent", Assert.Single(opened.Entries, e => e.GetProperty("kind").GetString() == "priority-raised").GetProperty("priority").GetString());
    }

    [Fact]
    public async Task The_case_backend_may_be_down_for_ten_minutes()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "안녕하세요.");
        line.Faults.Next(FaultPoint.Cases, new Fault.Answer(503, TimeSpan.FromSeconds(30)), times: 100_000);

        await line.LeaveMessageAsync(Message);
        await line.PassAsync(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        Assert.Empty(line.World.Cases.Cases);
        line.Faults.Clear();
        await line.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(30));

        Assert.Equal("안녕하세요.", (await line.OnlyCaseAsync()).Text("statement.text"));
    }

    [Fact]
    public async Task An_answer_of_the_case_backend_that_gets_lost_opens_no_second_case()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.Faults.Next(FaultPoint.Cases, new Fault.LoseAnswer(), times: 5);

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback + "2");
        await line.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(30));

        await line.OnlyCaseAsync();
        Assert.Equal("opened", await line.ScalarAsync<string>("select state from cases"));
    }

    [Fact]
    public async Task A_message_that_the_carrier_has_not_finished_is_waited_for()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "안녕하세요.");
        line.Faults.Next(FaultPoint.RecordingMedia, new Fault.Answer(404), times: 3);

        await line.LeaveMessageAsync(Message);
        await line.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("안녕하세요.", (await line.OnlyCaseAsync()).Statements().Last().GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_empty_recording_is_no_message_and_the_request_stands()
    {
        await using var line = await LineUnderTest.StartAsync();

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback + Caller.ToTone);
        await call.StaySilentAsync();
        await call.PressAsync("2");
        await line.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30));

        Assert.True(call.IsOver, call.HeardText);
        Assert.Contains((await line.OnlyCaseAsync()).Text("statement.state"), new[] { "none", "no-speech" });
    }
}

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

    [Fact]
    public async Task A_message_that_can_never_be_fetched_is_told_and_raises_the_priority()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.Faults.Next(FaultPoint.RecordingMedia, new Fault.Answer(404), times: 100_000);

        await line.LeaveMessageAsync(Message);
        await line.PassAsync(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(1));

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("pending", opened.Text("statement.state"));
        Assert.Equal("failed", opened.Statements()[^1].GetProperty("state").GetString());
        Assert.Single(opened.Entries, e => e.GetProperty("kind").GetString() == "priority-raised");
    }

    [Fact]
    public async Task A_wrong_speech_key_fails_at_once_and_the_words_come_when_it_is_mended()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "안녕하세요.");
        line.Faults.Next(FaultPoint.Speech, new Fault.Answer(401), times: 1);

        await line.LeaveMessageAsync(Message);
        await line.RunJobsAsync();
        Assert.Equal("failed", (await line.OnlyCaseAsync()).Text("statement.state"));
        await line.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(1));

        Assert.Equal("안녕하세요.", (await line.OnlyCaseAsync()).Statements()[^1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_supplier_cannot_talk_us_out_of_trying_again()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.Faults.Next(FaultPoint.Cases, new Fault.Answer(503, TimeSpan.FromDays(30)), times: 3);

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback + "2");
        await line.PassAsync(TimeSpan.FromHours(6), TimeSpan.FromMinutes(10));

        await line.OnlyCaseAsync();
    }

    [Fact]
    public async Task A_message_deleted_by_reference_before_the_backend_had_it_never_gets_there()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "지워 주세요.");
        line.Faults.Next(FaultPoint.Cases, new Fault.Answer(503), times: 100_000);
        await line.LeaveMessageAsync(Message);
        await line.RunJobsAsync();

        await DeleteMessageAsync(line, await line.ScalarAsync<string>("select reference from callbacks"));
        line.Faults.Clear();
        await line.PassAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1));

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("none", opened.Text("statement.state"));
        Assert.DoesNotContain("지워 주세요", opened.Document.ToString() + string.Concat(opened.Entries), StringComparison.Ordinal);
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from cases where document_sealed is not null"));
    }

    [Fact]
    public async Task A_message_deleted_by_reference_after_the_case_was_opened_is_told_to_those_who_have_it()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "지워 주세요.");
        await line.LeaveMessageAsync(Message);
        await line.RunJobsAsync();

        await DeleteMessageAsync(line, (await line.OnlyCaseAsync()).Text("reference"));
        await line.PassAsync(TimeSpan.FromMinutes(2));

        var note = Assert.Single((await line.OnlyCaseAsync()).Entries);
        Assert.Equal("counselor-note", note.GetProperty("kind").GetString());
        Assert.Contains("지웠습니다", note.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_safe_time_reaches_the_case_that_is_open()
    {
        await using var line = await LineUnderTest.StartAsync();
        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback + "2");
        await line.RunJobsAsync();

        var second = await line.DialAsync(which: 5678);
        await second.PressAsync("222" + (await line.OnlyCaseAsync()).Text("reference") + "#");
        await second.PressAsync("131");
        await line.PassAsync(TimeSpan.FromMinutes(2));

        Assert.True(second.IsOver, second.HeardText);
        Assert.Contains("2026-11-24 12:00 - 2026-11-24 18:00", Assert.Single((await line.OnlyCaseAsync()).Entries).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_request_that_was_not_sent_never_is_and_its_call_cannot_be_read_again()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.Faults.Next(FaultPoint.Cases, new Fault.Answer(503), times: 100_000);
        await line.LeaveMessageAsync(Message);
        await line.RunJobsAsync();

        var second = await line.DialAsync(which: 5678);
        await second.PressAsync("222" + await line.ScalarAsync<string>("select reference from callbacks") + "#");
        await second.PressAsync("21");
        line.Faults.Clear();
        await line.PassAsync(TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(1));

        Assert.True(second.IsOver, second.HeardText);
        Assert.Empty(line.World.Cases.Cases);
        Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from call_keys where destroyed_at is not null"));
        Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from calls where caller_hash is null"));
        Assert.All(line.Network.Recordings.Values, recording => Assert.Empty(recording.Media));
    }

    private static async Task DeleteMessageAsync(LineUnderTest line, string reference)
    {
        var call = await line.DialAsync(which: 5678);
        await call.PressAsync("222" + reference + "#");
        await call.PressAsync("31");
        Assert.True(call.IsOver, call.HeardText);
    }
}

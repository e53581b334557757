using System.Runtime.Versioning;
using Hotline.Web.Tests.Harness;

namespace Hotline.Web.Tests.Cases;

/// <summary>The main job: a call becomes one case, with the caller's words, and nothing is left at the carrier.</summary>
[SupportedOSPlatform("linux")]
public sealed class CallToCaseTests
{
    private const string Threat = "누가 제 사진을 유포하겠다고 협박하고 있어요. 저는 고등학생이에요.";
    private static readonly byte[] Message = Sounds.Read("espeak-p01.wav");

    [Fact]
    public async Task A_message_becomes_one_case_with_its_words_number_window_service_and_priority()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, Threat);

        var call = await line.LeaveMessageAsync(Message);
        await line.RunJobsAsync();

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("hotline", opened.Text("channel"));
        Assert.Equal("callback-request", opened.Text("origin"));
        Assert.Equal("2026-11-24T01:00:00+00:00", opened.Text("receivedAt"));
        Assert.Equal("urgent", opened.Text("priority"));
        Assert.Equal(["ongoing-distribution", "blackmail", "minor"], opened.Texts("prioritySignals"));
        Assert.Equal("not-stated", opened.Text("service"));
        Assert.Equal("ko-KR", opened.Text("language"));
        Assert.Equal("+821000001234", opened.Text("contact.phone"));
        Assert.True(opened.Element("contact.anonymous").GetBoolean());
        Assert.Equal("leave-nothing", opened.Text("contact.ifUnanswered"));
        Assert.Empty(opened.Element("contact.safeWindows").EnumerateArray());
        Assert.Equal("transcribed", opened.Text("statement.state"));
        Assert.Equal(Threat, opened.Text("statement.text"));
        Assert.Equal("azure-speech", opened.Text("statement.engine"));
        Assert.Equal(13, opened.Element("statement.recordedSeconds").GetInt32());
        Assert.False(opened.Element("statement.unfinished").GetBoolean());
        Assert.Contains(SpokenDigits.Of(opened.Text("reference")), call.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_transcription_request_carries_the_carriers_bytes_and_the_carriers_copy_is_destroyed()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, Threat);

        await line.LeaveMessageAsync(Message);
        var held = Assert.Single(line.Network.Recordings.Values).Media.Length;
        await line.RunJobsAsync();

        var request = Assert.Single(line.World.Speech.Requests);
        Assert.Equal(held, request.Bytes);
        Assert.Contains("ko-KR", request.Definition, StringComparison.Ordinal);
        Assert.Contains("\"profanityFilterMode\":\"None\"", request.Definition, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(line.Network.Recordings.Values).Media);
        Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from recordings where carrier_deleted_at is not null"));
        line.AssertEveryDocumentIsValid();
    }

    [Fact]
    public async Task An_openai_compatible_server_transcribes_as_well()
    {
        await using var line = await LineUnderTest.StartAsync(
            ("Transcription:Mode", "SelfHosted"), ("Transcription:SelfHosted:BaseUrl", "{speech}"), ("Transcription:SelfHosted:Model", "large-v3-turbo"), ("Transcription:SelfHosted:ApiKey", "sandbox-speech-key"));
        line.World.Speech.Register(Message, Threat);

        await line.LeaveMessageAsync(Message);
        await line.RunJobsAsync();

        Assert.Equal(Threat, (await line.OnlyCaseAsync()).Text("statement.text"));
        Assert.Contains("model=large-v3-turbo", Assert.Single(line.World.Speech.Requests).Definition, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_leaves_no_message_has_a_case_at_once()
    {
        await using var line = await LineUnderTest.StartAsync();

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback + "2");
        await line.RunJobsAsync();

        Assert.True(call.IsOver);
        var opened = await line.OnlyCaseAsync();
        Assert.Equal("none", opened.Text("statement.state"));
        Assert.Equal("routine", opened.Text("priority"));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_right_after_the_reference_loses_nothing()
    {
        await using var line = await LineUnderTest.StartAsync();

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback);
        await call.HangUpAsync();
        await line.RunJobsAsync();

        Assert.Equal("none", (await line.OnlyCaseAsync()).Text("statement.state"));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_before_agreeing_leaves_no_request()
    {
        await using var line = await LineUnderTest.StartAsync();

        var call = await line.DialAsync();
        await call.PressAsync("31111");
        await call.HangUpAsync();
        await line.PassAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5));

        Assert.Empty(line.World.Cases.Cases);
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from callbacks"));
    }

    [Fact]
    public async Task A_hang_up_while_speaking_keeps_what_was_said_and_says_that_it_is_unfinished()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, "저 좀 도와주세요.");

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback + Caller.ToTone);
        await call.RecordAndHangUpAsync(Message);
        await line.RunJobsAsync();

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("저 좀 도와주세요.", opened.Text("statement.text"));
        Assert.True(opened.Element("statement.unfinished").GetBoolean());
    }

    [Fact]
    public async Task Silence_becomes_no_words_and_more_priority()
    {
        await using var line = await LineUnderTest.StartAsync();

        await line.LeaveMessageAsync(Sounds.Read("silence.wav"));
        await line.RunJobsAsync();

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("no-speech", opened.Text("statement.state"));
        Assert.False(opened.Document.GetProperty("statement").TryGetProperty("text", out _));
        Assert.Equal("high", opened.Text("priority"));
        Assert.Empty(line.World.Speech.Requests);
    }

    [Fact]
    public async Task A_message_that_the_caller_deletes_is_in_no_case_and_nowhere_else()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.World.Speech.Register(Message, Threat);

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback + Caller.ToTone);
        await call.RecordAsync(Message);
        await line.RunJobsAsync();
        await call.PressAsync("3");
        Assert.True(call.IsOver, call.HeardText + call.State + string.Join('\n', line.Network.Problems));
        await line.RunJobsAsync();

        Assert.Equal("none", (await line.OnlyCaseAsync()).Text("statement.state"));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from recording_audio"));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from recordings where transcript_sealed is not null"));
        Assert.Empty(Assert.Single(line.Network.Recordings.Values).Media);
    }

    [Fact]
    public async Task Of_two_messages_the_second_counts()
    {
        await using var line = await LineUnderTest.StartAsync();
        var second = Sounds.Read("espeak-p02.wav");
        line.World.Speech.Register(Message, Threat);
        line.World.Speech.Register(second, "다시 말씀드릴게요.");

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback + Caller.ToTone);
        await call.RecordAsync(Message);
        await call.PressAsync("2");
        await call.RecordAsync(second);
        await call.PressAsync("4");
        await line.RunJobsAsync();

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("다시 말씀드릴게요.", opened.Text("statement.text"));
        Assert.Equal("routine", opened.Text("priority"));
        Assert.All(line.Network.Recordings.Values, recording => Assert.Empty(recording.Media));
    }

    [Fact]
    public async Task A_caller_who_pressed_urgent_is_urgent_whatever_the_words_say()
    {
        await using var line = await LineUnderTest.StartAsync();
        await line.SomebodyOnDutyAsync();

        var call = await line.DialAsync();
        await call.PressAsync("1");
        await call.StaySilentAsync();
        await line.WaitLongAsync(call, TimeSpan.FromSeconds(60));
        await call.PressAsync("3" + Caller.ToCallback[1..] + "2");
        Assert.True(call.IsOver, call.HeardText);
        await line.RunJobsAsync();

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("urgent", opened.Text("priority"));
        Assert.Equal(["caller-marked-urgent"], opened.Texts("prioritySignals"));
    }

    [Fact]
    public async Task Another_number_a_window_and_a_permission_reach_the_case()
    {
        await using var line = await LineUnderTest.StartAsync();

        var call = await line.DialAsync(Sandbox.Network.CallerKind.Withheld);
        await call.PressAsync("311");
        await call.PressAsync("01000005678#");
        await call.PressAsync("1" + "3" + "1" + "3" + "2");
        await line.RunJobsAsync();

        var opened = await line.OnlyCaseAsync();
        Assert.Equal("+821000005678", opened.Text("contact.phone"));
        Assert.Equal("text-without-name", opened.Text("contact.ifUnanswered"));
        var window = Assert.Single(opened.Element("contact.safeWindows").EnumerateArray());
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(9)), window.GetProperty("from").GetDateTimeOffset());
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 18, 0, 0, TimeSpan.FromHours(9)), window.GetProperty("to").GetDateTimeOffset());
        Assert.Contains("공일공, 공공공공, 오육칠팔", call.HeardText, StringComparison.Ordinal);
    }
}

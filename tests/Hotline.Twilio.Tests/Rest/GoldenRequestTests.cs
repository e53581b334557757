using System.Text.Json;
using Hotline.Conformance;
using Hotline.Twilio.Rest;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;
using static Hotline.Twilio.Tests.Rest.TwilioAccount;

namespace Hotline.Twilio.Tests.Rest;

/// <summary>What the official SDK puts on the wire, call by call, and a mock that refuses what Twilio's OpenAPI document does not allow.</summary>
public sealed class GoldenRequestTests(MockedTwilio twilio) : IClassFixture<MockedTwilio>
{
    private const string Site = "https://ivr.example.co.kr";

    // Keys and raw media streams are not used by this project.
    private static readonly string[] Unused = ["calls.streams.create", "calls.streams.stop", "keys.create", "keys.page", "keys.fetch", "keys.remove"];

    private static readonly DateTimeOffset January = new(2026, 1, 6, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<TwilioClient, Task>> Ours = new(StringComparer.Ordinal)
    {
        ["calls.create.url"] = twilio => twilio.Calls.CreateAsync(new("+821012345678", "+8227358994") { Url = $"{Site}/voice/outbound?case=1042&m=%EC%83%81", Method = CallbackMethod.Post, FallbackUrl = $"{Site}/voice/fallback", StatusCallback = $"{Site}/calls/status", StatusCallbackEvent = [CallEvent.Initiated, CallEvent.Ringing, CallEvent.Answered, CallEvent.Completed], StatusCallbackMethod = CallbackMethod.Post, Timeout = 30, MachineDetection = MachineDetection.DetectMessageEnd, AsyncAmd = true, AsyncAmdStatusCallback = $"{Site}/calls/amd", Record = false, CallReason = "예약 확인" }),
        ["calls.create.twiml"] = twilio => twilio.Calls.CreateAsync(new("client:agent-17", "+8227358994") { Twiml = TwimlWriter.Write(new([new Say("안녕하세요 & 반갑습니다") { Language = "ko-KR" }])) }),
        ["calls.create.application"] = twilio => twilio.Calls.CreateAsync(new("sip:1001@pbx.example.co.kr", "+8227358994") { ApplicationSid = ApplicationSid, Byoc = TrunkSid }),
        ["calls.redirect"] = twilio => twilio.Calls.RedirectAsync(CallSid, $"{Site}/voice/transfer"),
        ["calls.update.twiml"] = twilio => twilio.Calls.UpdateAsync(CallSid, new() { Twiml = "<Response><Hangup/></Response>" }),
        ["calls.complete"] = twilio => twilio.Calls.EndAsync(CallSid),
        ["calls.cancel"] = twilio => twilio.Calls.EndAsync(CallSid, CallEnd.Canceled),
        ["calls.fetch"] = twilio => twilio.Calls.FindAsync(CallSid),
        ["calls.page"] = twilio => First(twilio.Calls.ListAsync(new() { PageSize = 50, Status = CallStatus.InProgress, To = "+8227358994", StartedAfter = January })),
        ["calls.remove"] = twilio => twilio.Calls.DeleteAsync(CallSid),
        ["calls.recordings.create"] = twilio => twilio.Recordings.StartAsync(CallSid, new() { RecordingChannels = "dual", RecordingTrack = RecordingTrack.Both, Trim = Trim.DoNotTrim, RecordingStatusCallback = $"{Site}/recordings/status", RecordingStatusCallbackEvent = [RecordingEvent.InProgress, RecordingEvent.Completed, RecordingEvent.Absent], RecordingStatusCallbackMethod = CallbackMethod.Post }),
        ["calls.recordings.pause"] = twilio => twilio.Recordings.UpdateAsync(CallSid, RecordingSid, RecordingChange.Paused, PauseBehavior.Skip),
        ["calls.recordings.stop"] = twilio => twilio.Recordings.UpdateAsync(CallSid, RecordingSid, RecordingChange.Stopped),
        ["calls.transcriptions.create"] = twilio => twilio.Transcriptions.StartAsync(CallSid, new() { Name = "case-1042", StatusCallbackUrl = $"{Site}/stt", LanguageCode = "ko-KR", Track = TapTrack.Both, PartialResults = false, Hints = "환불, 배송" }),
        ["calls.transcriptions.stop"] = twilio => twilio.Transcriptions.StopAsync(CallSid, "case-1042"),
        ["queues.create"] = twilio => twilio.Queues.CreateAsync("support", 100),
        ["queues.page"] = twilio => First(twilio.Queues.ListAsync(100)),
        ["queues.fetch"] = twilio => twilio.Queues.FindAsync(QueueSid),
        ["queues.update"] = twilio => twilio.Queues.UpdateAsync(QueueSid, "상담", 50),
        ["queues.remove"] = twilio => twilio.Queues.DeleteAsync(QueueSid),
        ["queues.members.page"] = twilio => First(twilio.Queues.MembersAsync(QueueSid, 100)),
        ["queues.members.fetch"] = twilio => twilio.Queues.FindMemberAsync(QueueSid, CallSid),
        ["queues.members.front"] = twilio => twilio.Queues.FindMemberAsync(QueueSid, TwilioQueues.Front),
        ["queues.members.dequeue"] = twilio => twilio.Queues.DequeueAsync(QueueSid, CallSid, $"{Site}/queue/dequeued", CallbackMethod.Post),
        ["queues.members.dequeueFront"] = twilio => twilio.Queues.DequeueAsync(QueueSid, TwilioQueues.Front, $"{Site}/queue/dequeued"),
        ["conferences.page"] = twilio => First(twilio.Conferences.ListAsync(new() { FriendlyName = "case-1042", Status = ConferenceStatus.InProgress, PageSize = 20 })),
        ["conferences.fetch"] = twilio => twilio.Conferences.FindAsync(ConferenceSid),
        ["conferences.end"] = twilio => twilio.Conferences.EndAsync(ConferenceSid),
        ["conferences.announce"] = twilio => twilio.Conferences.AnnounceAsync(ConferenceSid, $"{Site}/conference/announce", CallbackMethod.Post),
        ["participants.create"] = twilio => twilio.Participants.CreateAsync(ConferenceSid, new("+8227358994", "+821012345678") { Label = "agent-17", EarlyMedia = true, Beep = ConferenceBeep.False, EndConferenceOnExit = true, StartConferenceOnEnter = true, StatusCallback = $"{Site}/participants/status", StatusCallbackEvent = [CallEvent.Initiated, CallEvent.Ringing, CallEvent.Answered, CallEvent.Completed], Timeout = 20, CallReason = "상담 연결" }),
        ["participants.createByName"] = twilio => twilio.Participants.CreateAsync("case-1042", new("+8227358994", "client:agent-17") { Coaching = true, CallSidToCoach = OtherCallSid }),
        ["participants.page"] = twilio => First(twilio.Participants.ListAsync(ConferenceSid, 50)),
        ["participants.fetchByLabel"] = twilio => twilio.Participants.FindAsync(ConferenceSid, "agent-17"),
        ["participants.hold"] = twilio => twilio.Participants.UpdateAsync(ConferenceSid, CallSid, new() { Hold = true, HoldUrl = $"{Site}/conference/hold", HoldMethod = CallbackMethod.Post }),
        ["participants.mute"] = twilio => twilio.Participants.UpdateAsync(ConferenceSid, CallSid, new() { Muted = true }),
        ["participants.remove"] = twilio => twilio.Participants.RemoveAsync(ConferenceSid, CallSid),
        ["recordings.page"] = twilio => First(twilio.Recordings.ListAsync(new() { CallSid = CallSid, PageSize = 50, CreatedAfter = January })),
        ["recordings.fetch"] = twilio => twilio.Recordings.FindAsync(RecordingSid),
        ["recordings.fetchSoftDeleted"] = twilio => twilio.Recordings.FindAsync(RecordingSid, includeSoftDeleted: true),
        ["recordings.remove"] = twilio => twilio.Recordings.DeleteAsync(RecordingSid),
        ["messages.create"] = twilio => twilio.Messages.CreateAsync(new("+821012345678", "[안내] 문의가 접수되었습니다. 접수번호 1042") { From = "+8227358994", StatusCallback = $"{Site}/sms/status" }),
        ["messages.createService"] = twilio => twilio.Messages.CreateAsync(new("+821012345678", "확인") { MessagingServiceSid = MessagingServiceSid }),
        ["messages.fetch"] = twilio => twilio.Messages.FindAsync(MessageSid),
        ["numbers.page"] = twilio => First(twilio.PhoneNumbers.ListAsync("+8227358994")),
        ["numbers.update"] = twilio => twilio.PhoneNumbers.UpdateAsync(NumberSid, new() { VoiceUrl = $"{Site}/voice/incoming#rc=2&rp=all&ct=2000", VoiceMethod = CallbackMethod.Post, VoiceFallbackUrl = "https://ivr2.example.co.kr/voice/fallback", VoiceFallbackMethod = CallbackMethod.Post, StatusCallback = $"{Site}/calls/status", StatusCallbackMethod = CallbackMethod.Post, VoiceCallerIdLookup = false, FriendlyName = "대표번호 02-735-8994" }),
    };

    [Fact]
    public async Task Every_request_is_the_one_that_the_official_SDK_sends()
    {
        var golden = Golden();
        Assert.Equal(golden.Keys.Except(Unused, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(), Ours.Keys.Order(StringComparer.Ordinal).ToArray());

        foreach (var (name, send) in Ours)
        {
            await twilio.Mock.ForgetRequestsAsync();
            await send(twilio.Client);

            var seen = Assert.Single(await twilio.Mock.RequestsAsync());
            Assert.True(seen.Problems.Length == 0 && seen.Status < 300, $"{name}: {seen.Status} {string.Join("; ", seen.Problems)}");
            Assert.Equal($"{name}: {golden[name]}", $"{name}: {Describe(seen.Method, seen.Path, seen.Query, seen.Form)}");
        }
    }

    [Fact]
    public async Task The_mock_refuses_what_Twilio_would_and_the_failure_says_how()
    {

        var noUrl = await Assert.ThrowsAsync<TwilioException>(() => twilio.Client.Calls.CreateAsync(new("+821000001234", "+8227358994")));
        await twilio.Mock.NextAsync(new MockFault { Drop = true, Status = 0 });
        var dropped = await Assert.ThrowsAsync<TwilioException>(() => twilio.Client.Messages.CreateAsync(new("+821000001234", "확인") { From = "+8227358994" }));
        await twilio.Mock.NextAsync(new MockFault { Status = 401, Body = new { code = 20003, message = "Authenticate", status = 401 } });
        var unauthorized = await Assert.ThrowsAsync<TwilioException>(() => twilio.Client.Calls.FindAsync(CallSid));
        await twilio.Mock.NextAsync(new MockFault { Status = 404, Body = new { code = 20404, status = 404 } });
        var gone = await twilio.Client.Calls.FindAsync(CallSid);
        await twilio.Mock.NextAsync(new MockFault { Status = 429, Headers = new(StringComparer.Ordinal) { ["Retry-After"] = "60" } });
        var throttled = await Assert.ThrowsAsync<TwilioException>(() => twilio.Client.Calls.FindAsync(CallSid));
        await twilio.Mock.NextAsync(new MockFault { Status = 500 });
        var broken = await Assert.ThrowsAsync<TwilioException>(() => twilio.Client.Calls.CreateAsync(new("+821000001234", "+8227358994") { Url = $"{Site}/voice" }));

        Assert.Equal(new TwilioFailure.Refused(422, 20001), noUrl.Failure);
        Assert.Equal(new TwilioFailure.OutcomeUnknown(null), dropped.Failure);
        Assert.Equal(new TwilioFailure.Unauthorized(), unauthorized.Failure);
        Assert.Null(gone);
        Assert.Equal(new TwilioFailure.Throttled(TimeSpan.FromSeconds(60)), throttled.Failure);
        Assert.Equal(new TwilioFailure.OutcomeUnknown(500), broken.Failure);
    }

    [Fact]
    public async Task Audio_is_fetched_under_the_account()
    {
        await twilio.Mock.ForgetRequestsAsync();

        var audio = await twilio.Client.Recordings.DownloadAsync(RecordingSid);

        var seen = Assert.Single(await twilio.Mock.RequestsAsync());
        Assert.Equal($"/2010-04-01/Accounts/{Sid}/Recordings/{RecordingSid}.wav", seen.Path);
        Assert.IsType<RecordingAudio.Complete>(audio);
    }

    private static Dictionary<string, string> Golden()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(ConformanceKit.PathOf("rest-check", "golden.json")));
        return document.RootElement.GetProperty("requests").EnumerateArray().ToDictionary(
            request => request.GetProperty("name").GetString()!,
            request => Describe(
                request.GetProperty("method").GetString()!,
                request.GetProperty("path").GetString()!,
                request.GetProperty("query").Deserialize<string[][]>()!,
                request.GetProperty("form").Deserialize<string[][]>()!),
            StringComparer.Ordinal);
    }

    // The order of fields does not count, but that of a repeated field does: the sort is stable.
    private static string Describe(string method, string path, string[][] query, string[][] form) =>
        $"{method} {path} ?{Pairs(query)} {Pairs(form)}";

    private static string Pairs(string[][] pairs) => string.Join(" & ", pairs.OrderBy(pair => pair[0], StringComparer.Ordinal).Select(pair => $"{pair[0]}={pair[1]}"));

    private static async Task First<T>(IAsyncEnumerable<T> items) => _ = await items.FirstOrDefaultAsync();
}

using System.Net;
using System.Net.Http.Headers;
using Hotline.Twilio.Rest;
using Hotline.Twilio.Twiml;

namespace Hotline.Twilio.Tests.Rest;

public sealed class RetryPolicyTests : IDisposable
{
    private const string CallJson = $$"""{"sid":"{{TwilioAccount.CallSid}}","status":"queued"}""";

    private static readonly NewCall NewCall = new("+821000001234", "+8227358994") { Url = "https://line.example.kr/voice" };

    private readonly ScriptedNetwork network = new();

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task A_question_is_asked_again_after_a_server_error()
    {
        network.Answers(HttpStatusCode.ServiceUnavailable).Answers(HttpStatusCode.BadGateway).Answers(HttpStatusCode.OK, CallJson);

        var call = await network.RunAsync(twilio => twilio.Calls.FindAsync(TwilioAccount.CallSid));

        Assert.Equal(TwilioAccount.CallSid, call?.Sid);
        Assert.Equal(3, network.Seen.Count);
    }

    [Fact]
    public async Task A_question_is_given_up_after_three_repeats()
    {
        network.Answers(HttpStatusCode.ServiceUnavailable, times: 4);

        var failure = await network.FailAsync(twilio => twilio.Calls.FindAsync(TwilioAccount.CallSid));

        Assert.Equal(new TwilioFailure.Unreachable(503), failure);
        Assert.Equal(4, network.Seen.Count);
    }

    [Fact]
    public async Task A_question_without_an_answer_is_asked_again_after_ten_seconds()
    {
        network.Hangs().Answers(HttpStatusCode.OK, CallJson);

        await network.RunAsync(twilio => twilio.Calls.FindAsync(TwilioAccount.CallSid));

        Assert.Equal(2, network.Seen.Count);
        Assert.True(network.Seen[1].At >= TimeSpan.FromSeconds(10), $"The second attempt came after {network.Seen[1].At}.");
    }

    [Fact]
    public async Task A_question_that_nobody_ever_answers_ends_within_the_total_time()
    {
        network.Hangs().Hangs().Hangs().Hangs();

        var failure = await network.FailAsync(twilio => twilio.Calls.FindAsync(TwilioAccount.CallSid));

        Assert.Equal(new TwilioFailure.Unreachable(null), failure);
    }

    [Fact]
    public async Task A_new_call_is_never_repeated_after_a_server_error()
    {
        network.Answers(HttpStatusCode.ServiceUnavailable);

        var failure = await network.FailAsync(twilio => twilio.Calls.CreateAsync(NewCall));

        Assert.Equal(new TwilioFailure.OutcomeUnknown(503), failure);
        Assert.Single(network.Seen);
    }

    [Fact]
    public async Task A_new_call_is_never_repeated_after_a_timeout()
    {
        network.Hangs();

        var failure = await network.FailAsync(twilio => twilio.Calls.CreateAsync(NewCall));

        Assert.Equal(new TwilioFailure.OutcomeUnknown(null), failure);
        Assert.Single(network.Seen);
    }

    [Fact]
    public async Task A_message_is_never_repeated_after_its_connection_broke()
    {
        network.Breaks(HttpRequestError.ResponseEnded);

        var failure = await network.FailAsync(twilio => twilio.Messages.CreateAsync(new("+821000001234", "확인") { From = "+8227358994" }));

        Assert.Equal(new TwilioFailure.OutcomeUnknown(null), failure);
        Assert.Single(network.Seen);
    }

    [Fact]
    public async Task A_new_call_that_no_connection_ever_carried_is_tried_again()
    {
        network.Breaks(HttpRequestError.ConnectionError).Breaks(HttpRequestError.NameResolutionError).Answers(HttpStatusCode.Created, CallJson);

        await network.RunAsync(twilio => twilio.Calls.CreateAsync(NewCall));

        Assert.Equal(3, network.Seen.Count);
    }

    [Fact]
    public async Task A_new_call_without_any_connection_has_not_happened()
    {
        for (var i = 0; i < 4; i++) network.Breaks(HttpRequestError.ConnectionError);

        Assert.Equal(new TwilioFailure.Unreachable(null), await network.FailAsync(twilio => twilio.Calls.CreateAsync(NewCall)));
    }

    [Fact]
    public async Task A_throttled_call_is_repeated_when_Twilio_says()
    {
        network.Answers(HttpStatusCode.TooManyRequests, with: Wait(3)).Answers(HttpStatusCode.Created, CallJson);

        await network.RunAsync(twilio => twilio.Calls.CreateAsync(NewCall));

        Assert.Equal(2, network.Seen.Count);
        Assert.True(network.Seen[1].At - network.Seen[0].At >= TimeSpan.FromSeconds(3), $"The second attempt came after {network.Seen[1].At}.");
    }

    [Fact]
    public async Task A_throttled_call_without_a_time_waits_before_each_repeat()
    {
        network.Answers(HttpStatusCode.TooManyRequests, times: 4);

        var failure = await network.FailAsync(twilio => twilio.Calls.CreateAsync(NewCall));

        Assert.Equal(new TwilioFailure.Throttled(null), failure);
        Assert.Equal(4, network.Seen.Count);
        Assert.True(network.Seen[3].At > TimeSpan.FromMilliseconds(500), $"The last attempt came after {network.Seen[3].At}.");
    }

    [Fact]
    public async Task A_wait_too_long_to_sit_out_is_handed_back()
    {
        network.Answers(HttpStatusCode.TooManyRequests, with: Wait(60));

        var failure = await network.FailAsync(twilio => twilio.Calls.FindAsync(TwilioAccount.CallSid));

        Assert.Equal(new TwilioFailure.Throttled(TimeSpan.FromSeconds(60)), failure);
        Assert.Single(network.Seen);
    }

    [Fact]
    public async Task Ending_a_call_is_repeated()
    {
        network.Answers(HttpStatusCode.InternalServerError).Answers(HttpStatusCode.OK, CallJson);

        await network.RunAsync(twilio => twilio.Calls.EndAsync(TwilioAccount.CallSid));

        Assert.Equal(2, network.Seen.Count);
    }

    [Theory]
    [InlineData(TwilioAccount.CallSid, 2)]
    [InlineData(TwilioQueues.Front, 1)]
    public async Task Dequeuing_is_repeated_only_when_it_names_the_call(string member, int attempts)
    {
        network.Answers(HttpStatusCode.InternalServerError).Answers(HttpStatusCode.NotFound);

        try
        {
            await network.RunAsync(twilio => twilio.Queues.DequeueAsync(TwilioAccount.QueueSid, member, "https://line.example.kr/next"));
        }
        catch (TwilioException fault)
        {
            Assert.Equal(new TwilioFailure.OutcomeUnknown(500), fault.Failure);
        }

        Assert.Equal(attempts, network.Seen.Count);
    }

    public static TheoryData<string, Func<TwilioClient, Task>> Creations => new()
    {
        { "participant", twilio => twilio.Participants.CreateAsync("case-1042", new("+8227358994", "client:agent_17")) },
        { "queue", twilio => twilio.Queues.CreateAsync("support") },
        { "recording", twilio => twilio.Recordings.StartAsync(TwilioAccount.CallSid, new()) },
        { "transcription", twilio => twilio.Transcriptions.StartAsync(TwilioAccount.CallSid, new()) },
        { "announcement", twilio => twilio.Conferences.AnnounceAsync(TwilioAccount.ConferenceSid, "https://line.example.kr/a", CallbackMethod.Post) },
        { "announcement to one", twilio => twilio.Participants.UpdateAsync(TwilioAccount.ConferenceSid, TwilioAccount.CallSid, new() { AnnounceUrl = "https://line.example.kr/a" }) },
    };

    [Theory]
    [MemberData(nameof(Creations))]
    public async Task What_would_happen_twice_is_asked_once(string what, Func<TwilioClient, Task> act)
    {
        network.Answers(HttpStatusCode.InternalServerError);

        var failure = await network.FailAsync(async twilio => { await act(twilio); return what; });

        Assert.Equal(new TwilioFailure.OutcomeUnknown(500), failure);
        Assert.Single(network.Seen);
    }

    [Fact]
    public async Task Deleting_what_an_earlier_attempt_deleted_is_done()
    {
        network.Answers(HttpStatusCode.GatewayTimeout).Answers(HttpStatusCode.NotFound);

        await network.RunAsync(async twilio => { await twilio.Recordings.DeleteAsync(TwilioAccount.RecordingSid); return true; });

        Assert.Equal(2, network.Seen.Count);
    }

    private static Action<HttpResponseMessage> Wait(int seconds) =>
        response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
}

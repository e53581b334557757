using System.Net;
using Hotline.Twilio.Rest;

namespace Hotline.Twilio.Tests.Rest;

public sealed class TwilioFailureTests : IDisposable
{
    private readonly ScriptedNetwork network = new();

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task A_refusal_says_the_code_and_none_of_the_words()
    {
        network.Answers(HttpStatusCode.BadRequest, """{"code":21215,"message":"Account not authorized to call +821000001234.","status":400}""");

        var fault = await Assert.ThrowsAsync<TwilioException>(() => network.RunAsync(twilio => twilio.Calls.CreateAsync(new("+821000001234", "+8227358994"))));

        Assert.Equal(new TwilioFailure.Refused(400, 21215), fault.Failure);
        Assert.Equal("Twilio did not create a call: refused with status 400 and error 21215 (https://www.twilio.com/docs/errors/21215).", fault.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad Request</html>")]
    [InlineData("[1]")]
    [InlineData("{\"code\":\"x\"}")]
    public async Task A_refusal_may_have_any_body(string body)
    {
        network.Answers(HttpStatusCode.BadRequest, body);

        Assert.Equal(new TwilioFailure.Refused(400, 0), await network.FailAsync(twilio => twilio.Queues.FindAsync(TwilioAccount.QueueSid)));
    }

    [Fact]
    public async Task Wrong_credentials_are_named_as_settings()
    {
        network.Answers(HttpStatusCode.Unauthorized, """{"code":20003}""");

        var fault = await Assert.ThrowsAsync<TwilioException>(() => network.RunAsync(twilio => twilio.Calls.FindAsync(TwilioAccount.CallSid)));

        Assert.Equal(new TwilioFailure.Unauthorized(), fault.Failure);
        Assert.Contains("Twilio:ApiKeySid", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, """{"code":20404}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"code":21220}""")]
    public async Task Changing_a_call_that_is_over_changes_nothing(HttpStatusCode status, string body)
    {
        network.Answers(status, body);

        Assert.Null(await network.RunAsync(twilio => twilio.Calls.RedirectAsync(TwilioAccount.CallSid, "https://line.example.kr/x")));
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        network.Answers(HttpStatusCode.NotFound);

        Assert.Null(await network.RunAsync(twilio => twilio.Recordings.FindAsync(TwilioAccount.RecordingSid)));
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("null")]
    [InlineData("{\"status\":\"queued\"}")]
    public async Task A_new_call_with_an_unreadable_answer_may_have_happened(string body)
    {
        network.Answers(HttpStatusCode.Created, body);

        Assert.IsType<TwilioFailure.OutcomeUnknown>(await network.FailAsync(twilio => twilio.Calls.CreateAsync(new("+821000001234", "+8227358994"))));
    }

    [Fact]
    public async Task Whoever_asks_may_give_up()
    {
        using var cancellation = new CancellationTokenSource();
        network.Hangs();
        var asking = network.Twilio.Calls.FindAsync(TwilioAccount.CallSid, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Pages_are_followed_to_the_end()
    {
        network
            .Answers(HttpStatusCode.OK, """{"queues":[{"sid":"QU1"},{"sid":"QU2"}],"next_page_uri":"/2010-04-01/Accounts/AC/Queues.json?Page=1&PageToken=x"}""")
            .Answers(HttpStatusCode.OK, """{"queues":[],"next_page_uri":"/2010-04-01/Accounts/AC/Queues.json?Page=2&PageToken=y"}""")
            .Answers(HttpStatusCode.OK, """{"queues":[{"sid":"QU3"}],"next_page_uri":null}""");

        var queues = await network.RunAsync(async twilio => await twilio.Queues.ListAsync().Select(queue => queue.Sid).ToListAsync());

        Assert.Equal(["QU1", "QU2", "QU3"], queues);
        Assert.Equal("?Page=2&PageToken=y", network.Seen[2].Url.Query);
        Assert.All(network.Seen, request => Assert.NotNull(request.Authorization));
    }

    [Fact]
    public async Task A_page_on_another_host_is_not_followed()
    {
        network.Answers(HttpStatusCode.OK, """{"queues":[],"next_page_uri":"https://other.example/Queues.json"}""");

        await network.FailAsync(async twilio => await twilio.Queues.ListAsync().ToListAsync());

        Assert.Single(network.Seen);
    }

    [Fact]
    public async Task A_name_cannot_leave_its_place_in_the_address()
    {
        network.Answers(HttpStatusCode.NotFound);

        await network.RunAsync(twilio => twilio.Calls.FindAsync("../../Keys?x=1#"));

        Assert.Equal($"/2010-04-01/Accounts/{TwilioAccount.Sid}/Calls/..%2F..%2FKeys%3Fx%3D1%23.json", network.Seen[0].Url.PathAndQuery);
    }

    [Fact]
    public async Task New_words_and_new_fields_in_an_answer_do_no_harm()
    {
        network.Answers(HttpStatusCode.OK, """{"sid":"CA1","status":"dreaming","duration":"65","start_time":"Tue, 31 Aug 2010 20:36:28 +0000","answered_by":null,"brand_new":{"a":1}}""");

        var call = await network.RunAsync(twilio => twilio.Calls.FindAsync("CA1"));

        Assert.Equal(
            new TwilioCall { Sid = "CA1", Duration = TimeSpan.FromSeconds(65), StartTime = new DateTimeOffset(2010, 8, 31, 20, 36, 28, TimeSpan.Zero) },
            call);
    }
}

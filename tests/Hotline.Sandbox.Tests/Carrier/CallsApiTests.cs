using System.Net.Http.Headers;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Tests.Carrier;

public sealed class CallsApiTests : IAsyncLifetime, IDisposable
{
    private const string Answer = "https://line.example.kr/hotline/voice/offer";
    private readonly CarrierFixture carrier = new();

    private SimulatedPhone Counselor => carrier.Sandbox.Network.Phone("+821000009999");

    [Fact]
    public async Task A_placed_call_rings_and_runs_its_document_when_it_is_answered()
    {
        carrier.Hotline.On("/voice/offer", """<Response><Gather numDigits="1"><Say>press 1</Say></Gather></Response>""").On("/voice/progress", "<Response/>");

        var (status, body) = await carrier.PostAsync("Calls.json", ("To", "+821000009999"), ("From", "+8227358994"), ("Url", Answer),
            ("StatusCallback", "https://line.example.kr/hotline/voice/progress"), ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"));
        var leg = await Counselor.AnswerAsync();
        await leg.HangUpAsync();

        Assert.Equal((201, "queued", "outbound-api"), (status, body.GetProperty("status").GetString(), body.GetProperty("direction").GetString()));
        Assert.Equal(leg.Sid, body.GetProperty("sid").GetString());
        Assert.Equal("press 1", leg.HeardText);
        Assert.Equal(["initiated", "in-progress", "completed"], carrier.Hotline.All("/voice/progress").Select(callback => callback["CallStatus"]), StringComparer.Ordinal);
        var (_, fetched) = await carrier.GetAsync($"Calls/{leg.Sid}.json");
        Assert.Equal(("completed", "0"), (fetched.GetProperty("status").GetString(), fetched.GetProperty("duration").GetString()));
    }

    [Fact]
    public async Task A_live_call_can_be_sent_to_another_document_and_its_queue_learns_of_it()
    {
        carrier.Hotline.On("/voice/incoming", """<Response><Enqueue action="left" waitUrl="wait">line</Enqueue></Response>""")
            .On("/voice/wait", "<Response><Say>wait</Say></Response>").On("/voice/left", "<Response><Say>never heard</Say></Response>")
            .On("/voice/offer", "<Response><Say>connecting</Say><Dial><Conference>room</Conference></Dial></Response>");
        var call = await carrier.Sandbox.Network.Phone(CallerKind.Mobile).DialAsync();

        var (status, _) = await carrier.PostAsync($"Calls/{call.Sid}.json", ("Url", Answer));

        Assert.Equal((200, CallActivity.InConference), (status, call.State));
        Assert.Equal("redirected", carrier.Hotline.Last("/voice/left")["QueueResult"]);
        Assert.DoesNotContain("never heard", call.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ringing_call_can_be_canceled_and_a_finished_one_not_be_changed()
    {
        var (_, body) = await carrier.PostAsync("Calls.json", ("To", "+821000009999"), ("From", "+8227358994"), ("Url", Answer));
        var sid = body.GetProperty("sid").GetString();

        Assert.Equal(200, (await carrier.PostAsync($"Calls/{sid}.json", ("Status", "canceled"))).Status);
        var (status, refused) = await carrier.PostAsync($"Calls/{sid}.json", ("Status", "completed"));

        Assert.Equal(CallStatus.Canceled, carrier.Sandbox.Network.FindCall(sid!)!.Status);
        Assert.Equal((400, 21220), (status, refused.GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task Machine_detection_tells_a_voicemail_from_a_person()
    {
        carrier.Hotline.On("/voice/offer", "<Response><Pause/></Response>").On("/voice/amd", "<Response/>");
        Counselor.WhenCalled = new WhenCalled.Voicemail("메시지를 남겨 주세요.");

        await carrier.PostAsync("Calls.json", ("To", "+821000009999"), ("From", "+8227358994"), ("Url", Answer), ("MachineDetection", "DetectMessageEnd"),
            ("AsyncAmd", "true"), ("AsyncAmdStatusCallback", "https://line.example.kr/hotline/voice/amd"));
        await carrier.PostAsync("Calls.json", ("To", "+821000000001"), ("From", "+8227358994"), ("Url", Answer), ("MachineDetection", "Enable"));
        await carrier.Sandbox.Network.Phone("+821000000001").AnswerAsync();

        Assert.Equal("machine_end_beep", carrier.Hotline.Last("/voice/amd")["AnsweredBy"]);
        Assert.Equal("human", carrier.Hotline.Last("/voice/offer")["AnsweredBy"]);
    }

    [Theory]
    [InlineData("01000009999", "+8227358994", 21211)]
    [InlineData("+821000009999", "+821000001111", 21210)]
    public async Task Numbers_that_the_carrier_would_refuse_are_refused(string to, string from, int code)
    {
        var (status, body) = await carrier.PostAsync("Calls.json", ("To", to), ("From", from), ("Url", Answer));

        Assert.Equal((400, code), (status, body.GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task Wrong_credentials_are_refused_in_the_carriers_shape()
    {
        carrier.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "eDp5");

        var (status, body) = await carrier.GetAsync("Calls.json");

        Assert.Equal((401, 20003), (status, body.GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task Calls_are_listed_newest_first_by_pages_that_point_to_the_next()
    {
        carrier.Hotline.On("/voice/incoming", "<Response/>");
        for (var which = 0; which < 5; which++)
            await carrier.Sandbox.Network.Phone(CallerKind.Mobile, which).DialAsync();

        var (_, first) = await carrier.GetAsync("Calls.json?PageSize=2&Status=completed");
        var (_, second) = await carrier.GetAsync(new Uri(carrier.Sandbox.BaseUrl, first.GetProperty("next_page_uri").GetString()).AbsoluteUri.Replace(carrier.Http.BaseAddress!.AbsoluteUri, "", StringComparison.Ordinal));

        Assert.Equal(2, second.GetProperty("calls").GetArrayLength());
        Assert.Equal(1, second.GetProperty("page").GetInt32());
        Assert.Equal(1, (await carrier.GetAsync("Calls.json?From=%2B821000000003")).Body.GetProperty("calls").GetArrayLength());
    }

    [Fact]
    public async Task Faults_hit_as_often_as_they_were_planned()
    {
        carrier.Sandbox.Faults.Next(FaultPoint.Carrier, new Fault.Answer(429, TimeSpan.FromSeconds(2)), "POST /2010-04-01", times: 2);
        carrier.Sandbox.Faults.Next(FaultPoint.Carrier, new Fault.LoseAnswer(), "/Calls.json");
        (string, string)[] order = [("To", "+821000009999"), ("From", "+8227358994"), ("Url", Answer)];

        Assert.Equal((429, 429), ((await carrier.PostAsync("Calls.json", order)).Status, (await carrier.PostAsync("Calls.json", order)).Status));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => carrier.PostAsync("Calls.json", order));

        Assert.Single(carrier.Sandbox.Network.Calls);
        Assert.Empty(carrier.Sandbox.Faults.Pending);
    }

    public Task InitializeAsync() => carrier.InitializeAsync();

    public Task DisposeAsync() => carrier.DisposeAsync();

    public void Dispose() => carrier.Dispose();
}

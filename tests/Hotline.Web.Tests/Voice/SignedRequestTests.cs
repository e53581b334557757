using System.Net;
using System.Runtime.Versioning;
using System.Text;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Tests.Harness;

namespace Hotline.Web.Tests.Voice;

/// <summary>Forged, replayed and malformed requests.</summary>
[SupportedOSPlatform("linux")]
public sealed class SignedRequestTests
{
    private const string CallSid = "CA00000000000000000000000000000001";
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("/voice/incoming")]
    [InlineData("/voice/turns/1")]
    [InlineData("/voice/queue-left/1")]
    [InlineData("/voice/waiting")]
    [InlineData("/voice/again")]
    [InlineData("/voice/fallback")]
    [InlineData("/voice/dark")]
    [InlineData("/voice/trouble")]
    [InlineData("/voice/status")]
    [InlineData("/voice/recordings")]
    [InlineData("/voice/no-such-route")]
    public async Task A_forged_request_is_refused_and_leaves_nothing_behind(string path)
    {
        await using var line = await LineUnderTest.StartAsync();

        var unsigned = await PostAsync(line, path, Form(), signature: null);
        var forged = await PostAsync(line, path, Form(), signature: "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        Assert.Equal(HttpStatusCode.Forbidden, unsigned.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        foreach (var table in new[] { "calls", "call_turns", "call_events", "follow_ups", "recordings", "callbacks" })
            Assert.Equal(0, await line.ScalarAsync<long>($"select count(*) from {table}"));
    }

    [Fact]
    public async Task A_signature_over_other_words_is_refused()
    {
        await using var line = await LineUnderTest.StartAsync();
        var signature = Sign("/voice/incoming", Form());

        var altered = await PostAsync(line, "/voice/incoming", Form(("Digits", "1")), signature);
        var elsewhere = await PostAsync(line, "/voice/turns/1", Form(), signature);

        Assert.Equal(HttpStatusCode.Forbidden, altered.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
    }

    [Fact]
    public async Task While_a_token_is_replaced_both_sign()
    {
        await using var line = await LineUnderTest.StartAsync(("Twilio:AuthTokens:1", "the-token-that-comes-0123456789ab"));

        var old = await PostAsync(line, "/voice/incoming", Form(), Sign("/voice/incoming", Form()));
        var coming = await PostAsync(line, "/voice/incoming", Form(), Sign("/voice/incoming", Form(), "the-token-that-comes-0123456789ab"));

        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        Assert.Equal(HttpStatusCode.OK, coming.StatusCode);
    }

    [Fact]
    public async Task A_repeated_request_gets_the_same_answer_and_changes_nothing()
    {
        await using var line = await LineUnderTest.StartAsync();
        await SendAsync(line, "/voice/incoming", Form());
        var first = await SendAsync(line, "/voice/turns/1", Form(("Digits", "3")));
        var events = await line.ScalarAsync<long>("select count(*) from call_events");

        var again = await SendAsync(line, "/voice/turns/1", Form(("Digits", "3")));
        var late = await SendAsync(line, "/voice/turns/1", Form(("Digits", "4")));
        var beginning = await SendAsync(line, "/voice/incoming", Form());

        Assert.Equal(first, again);
        Assert.Equal(first, late);
        Assert.Contains("디지털성범죄피해자지원센터", beginning, StringComparison.Ordinal);
        Assert.Equal(events, await line.ScalarAsync<long>("select count(*) from call_events"));
    }

    [Fact]
    public async Task Twenty_identical_requests_at_once_are_one_turn()
    {
        await using var line = await LineUnderTest.StartAsync();
        await SendAsync(line, "/voice/incoming", Form());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(line, "/voice/turns/1", Form(("Digits", "3")))));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, await line.ScalarAsync<int>("select turn from calls"));
    }

    [Fact]
    public async Task Twenty_first_requests_of_one_call_at_once_are_one_call()
    {
        await using var line = await LineUnderTest.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(line, "/voice/incoming", Form())));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from calls"));
    }

    [Fact]
    public async Task A_turn_that_has_not_come_is_refused_with_a_sentence()
    {
        await using var line = await LineUnderTest.StartAsync();
        await SendAsync(line, "/voice/incoming", Form());

        var response = await PostAsync(line, "/voice/turns/9", Form(("Digits", "1")), Sign("/voice/turns/9", Form(("Digits", "1"))));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("This call is at turn 0, so its next turn is 1.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_signed_request_without_a_call_is_told_what_would_be_right()
    {
        await using var line = await LineUnderTest.StartAsync();
        (string, string)[] malformed = [("CallSid", "not-a-sid"), ("From", "+821000001234")];

        var response = await PostAsync(line, "/voice/incoming", malformed, Sign("/voice/incoming", malformed));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("CallSid must be CA followed by 32 hexadecimal digits.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_larger_than_any_webhook_is_refused_before_it_is_read()
    {
        await using var line = await LineUnderTest.StartAsync();

        var response = await PostAsync(line, "/voice/incoming", Form(("Extra", new string('x', 70_000))), signature: null);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Neither_number_nor_words_of_a_caller_are_logged()
    {
        await using var line = await LineUnderTest.StartAsync();
        var message = Sounds.Read("espeak-p01.wav");
        line.World.Speech.Register(message, "저를 협박하고 있어요.");

        await line.LeaveMessageAsync(message);
        await line.RunJobsAsync();
        await line.OnlyCaseAsync();

        Assert.NotEmpty(line.Log.Lines);
        Assert.DoesNotContain(line.Log.Lines, l => l.Text.Contains("00001234", StringComparison.Ordinal) || l.Text.Contains("협박", StringComparison.Ordinal));
    }

    private static (string Key, string Value)[] Form(params (string Key, string Value)[] more) =>
        [("CallSid", CallSid), ("AccountSid", "AC00000000000000000000000000000001"), ("From", "+821000001234"), ("To", "+8227358994"), ("CallStatus", "in-progress"), .. more];

    private static async Task<string> SendAsync(LineUnderTest line, string path, (string Key, string Value)[] form)
    {
        var response = await PostAsync(line, path, form, Sign(path, form));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Sign(string path, (string Key, string Value)[] form, string token = LineUnderTest.AuthToken) =>
        RequestSignature.Sign(SignedRequest.Post(LineUnderTest.PublicBaseUrl + path, WebhookOf(form)), token);

    private static async Task<HttpResponseMessage> PostAsync(LineUnderTest line, string path, (string Key, string Value)[] form, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(line.Address, path))
        {
            Content = new StringContent(WebhookOf(form).Encode(), Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        if (signature is not null)
            request.Headers.Add(RequestSignature.HeaderName, signature);
        return await Http.SendAsync(request);
    }

    private static WebhookForm WebhookOf((string Key, string Value)[] form) => WebhookForm.Of(form.Select(f => KeyValuePair.Create(f.Key, f.Value)));
}

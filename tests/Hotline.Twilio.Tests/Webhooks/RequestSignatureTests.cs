using System.Text;
using System.Text.Json;
using CsCheck;
using Hotline.Conformance;
using Hotline.Twilio.Webhooks;

namespace Hotline.Twilio.Tests.Webhooks;

public sealed class RequestSignatureTests
{
    private const string Url = "https://line.example.kr/voice/menu?node=main";

    private const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly SignedRequest Request = SignedRequest.Post(Url, WebhookForm.Parse("Digits=1&FinishedOnKey=&msg=Gather+End"));

    private static readonly Lazy<Dictionary<string, JsonElement>> Vectors = new(() =>
    {
        using var document = JsonDocument.Parse(File.ReadAllText(ConformanceKit.PathOf("vectors.json")));
        return document.RootElement.GetProperty("vectors").EnumerateArray().ToDictionary(vector => vector.GetProperty("id").GetString()!, vector => vector.Clone(), StringComparer.Ordinal);
    });

    public static TheoryData<string> VectorIds => [.. Vectors.Value.Keys];

    [Fact]
    public void The_kit_has_all_its_89_vectors() => Assert.Equal(89, Vectors.Value.Count);

    [Theory]
    [MemberData(nameof(VectorIds))]
    public void Every_request_of_the_official_SDK_gets_its_verdict(string id)
    {
        var vector = Vectors.Value[id];
        var request = new SignedRequest(
            vector.GetProperty("method").GetString()!,
            vector.GetProperty("url").GetString()!,
            vector.GetProperty("contentType").GetString(),
            Encoding.UTF8.GetBytes(vector.GetProperty("body").GetString() ?? ""));

        var valid = RequestSignature.IsValid(request, vector.GetProperty("signature").GetString(), [vector.GetProperty("authToken").GetString()!]);

        Assert.Equal(vector.GetProperty("valid").GetBoolean(), valid);
    }

    [Theory]
    [InlineData("check-vectors.mjs", "89 passed, 0 failed")]
    [InlineData("fuzz-signature.mjs", "20000 passed, 0 failed", "--seed", "7", "--n", "20000")]
    public async Task The_official_SDK_agrees_on_what_it_sends_through_a_pipe(string script, string summary, params string[] options)
    {
        var probe = Path.Combine(AppContext.BaseDirectory, "Hotline.Twilio.Probe.dll");

        var (exitCode, output) = await ConformanceKit.RunAsync(script, [.. options, "--", "dotnet", probe]);

        Assert.Equal((0, summary), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task The_official_SDK_accepts_what_we_sign()
    {
        var name = Gen.Char["aBZ_09가é .&=+%'"].Array[1, 5].Select(letters => new string(letters));
        var value = Gen.Char["aB 가힣é+&=%\"'<\n~-."].Array[0, 12].Select(letters => new string(letters));
        var url = Gen.OneOf("https://a.example/v", "https://a.example/v?m=It's", "https://A.example/%ED/?q=&r", "http://a.example:8080/v?x=a+b");
        var requests = Gen.Select(url, Gen.Select(name, value, KeyValuePair.Create).Array[0, 8], (address, fields) => SignedRequest.Post(address, WebhookForm.Of(fields)));

        await requests.Array[300].SampleAsync(async samples =>
        {
            var (_, output) = await ConformanceKit.RunAsync("sign.mjs", ["batch"], string.Concat(samples.Select(sample => AskToVerify(sample) + '\n')));

            Assert.Equal(string.Concat(samples.Select(_ => "{\"valid\":true}\n")), output);
        }, iter: 1);
    }

    [Fact]
    public void A_signature_by_any_token_of_a_rotation_is_valid()
    {
        var signature = RequestSignature.Sign(Request, Token);

        Assert.True(RequestSignature.IsValid(Request, signature, ["new", Token]));
        Assert.True(RequestSignature.IsValid(Request, signature, [Token, "new"]));
        Assert.False(RequestSignature.IsValid(Request, signature, ["new", "newer"]));
        Assert.False(RequestSignature.IsValid(Request, signature, []));
    }

    [Fact]
    public void An_empty_token_lets_nobody_in()
    {
        var forged = RequestSignature.Sign(Request, "");

        Assert.False(RequestSignature.IsValid(Request, forged, [""]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_missing_signature_is_invalid(string? signature) =>
        Assert.False(RequestSignature.IsValid(Request, signature, [Token]));

    [Fact]
    public void A_body_that_no_signature_covers_is_invalid()
    {
        var signature = RequestSignature.Sign(SignedRequest.Get(Url), Token);

        Assert.False(RequestSignature.IsValid(new("POST", Url, "text/plain", "Digits=1"u8.ToArray()), signature, [Token]));
        Assert.False(RequestSignature.IsValid(new("POST", Url, "application/json", "{}"u8.ToArray()), signature, [Token]));
        Assert.True(RequestSignature.IsValid(new("POST", Url, null, default), signature, [Token]));
    }

    [Fact]
    public void A_json_request_is_signed_over_its_address_and_the_hash_of_its_body()
    {
        var request = SignedRequest.Json("https://line.example.kr/events", """{"a":1}"""u8.ToArray());

        var signature = RequestSignature.Sign(request, Token);

        Assert.True(RequestSignature.IsValid(request, signature, [Token]));
        Assert.False(RequestSignature.IsValid(request with { Body = """{"a":2}"""u8.ToArray() }, signature, [Token]));
    }

    [Fact]
    public void The_fragment_and_the_credentials_of_a_configured_address_are_not_signed()
    {
        var configured = SignedRequest.Post("https://user:pass@line.example.kr/voice/incoming?x=1#rc=2&rp=all", WebhookForm.Parse("Digits=1"));

        var signature = RequestSignature.Sign(configured, Token);

        Assert.True(RequestSignature.IsValid(configured with { Url = "https://line.example.kr/voice/incoming?x=1" }, signature, [Token]));
    }

    [Fact]
    public void A_media_stream_handshake_may_be_signed_with_a_trailing_slash()
    {
        var signature = RequestSignature.Sign(SignedRequest.Get("wss://line.example.kr/media/"), Token);

        Assert.True(RequestSignature.IsValidHandshake("wss://line.example.kr/media", signature, [Token]));
        Assert.False(RequestSignature.IsValidHandshake("wss://line.example.kr/other", signature, [Token]));
    }

    private static string AskToVerify(SignedRequest request) => JsonSerializer.Serialize(new
    {
        op = "verify",
        kind = "form",
        authToken = Token,
        url = request.Url,
        @params = WebhookForm.Parse(request.Body.Span).Fields.Select(field => new[] { field.Key, field.Value }),
        signature = RequestSignature.Sign(request, Token),
    });
}

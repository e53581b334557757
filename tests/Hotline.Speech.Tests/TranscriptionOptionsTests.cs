using Microsoft.Extensions.Options;

namespace Hotline.Speech.Tests;

public sealed class TranscriptionOptionsTests
{
    private static TranscriptionOptions Good => new()
    {
        Mode = TranscriptionMode.AzureThenSelfHosted,
        AllowCloud = true,
        Azure = { Endpoint = "https://koreacentral.api.cognitive.microsoft.com", Key = "k" },
        SelfHosted = { BaseUrl = "http://127.0.0.1:8000", Model = "whisper" },
    };

    [Fact]
    public void Nothing_set_means_off_without_cloud_in_korean()
    {
        var options = new TranscriptionOptions();

        Assert.Equal((TranscriptionMode.Off, false, "ko"), (options.Mode, options.AllowCloud, options.Language));
        Assert.Empty(Faults(options));
    }

    [Fact]
    public void Complete_settings_have_no_faults() => Assert.Empty(Faults(Good));

    public static TheoryData<Action<TranscriptionOptions>, string> Broken => new()
    {
        { options => options.Azure.Key = " ", "Transcription:Azure:Key is missing" },
        { options => options.Azure.Endpoint = null, "Transcription:Azure:Endpoint is missing" },
        { options => options.Azure.Endpoint = "koreacentral", "Transcription:Azure:Endpoint is not an http or https address" },
        { options => options.Azure.Endpoint = "http://koreacentral.api.cognitive.microsoft.com", "Transcription:Azure:Endpoint must be https" },
        { options => options.Azure.Endpoint = "https://user:secret@koreacentral.api.cognitive.microsoft.com", "must be a plain address" },
        { options => options.AllowCloud = false, "outside loopback and Transcription:PrivateHosts, while Transcription:AllowCloud is false" },
        { options => options.SelfHosted.BaseUrl = "http://stt.internal:8000", "Transcription:SelfHosted:BaseUrl must be https" },
        { options => options.SelfHosted.Model = null, "Transcription:SelfHosted:Model is missing" },
        { options => options.Mode = (TranscriptionMode)9, "must be one of Off, Azure, SelfHosted" },
        { options => options.Language = "korean!", "must be a tag such as ko or ko-KR" },
        { options => options.PrivateHosts.Add("10.0.0.0/99"), "is no host name, address or range" },
        { options => options.LexiconPath = "no-such-lexicon.tsv", "Transcription:LexiconPath" },
        { options => options.Http.Retries = 11, "it must be 0 to 10" },
        { options => options.Http.Attempt = TimeSpan.Zero, "at least one second" },
        { options => options.Http.RetryDelay = TimeSpan.FromMinutes(1), "between 0 and 30 seconds" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_fault_is_said_in_a_sentence(Action<TranscriptionOptions> damage, string sentence)
    {
        var options = Good;
        damage(options);

        var fault = Assert.Single(Faults(options));

        Assert.Contains(sentence, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_said_at_once()
    {
        var options = new TranscriptionOptions { Mode = TranscriptionMode.AzureThenSelfHosted, Language = "" };

        Assert.Equal(5, Faults(options).Count);
    }

    [Fact]
    public void A_provider_that_is_not_used_is_not_checked()
    {
        var options = Good;
        options.Mode = TranscriptionMode.SelfHosted;
        options.AllowCloud = false;
        options.Azure.Key = null;

        Assert.Empty(Faults(options));
    }

    [Fact]
    public async Task Faulty_settings_stop_whoever_asks_for_the_transcriber()
    {
        await using var host = new SpeechHost([("Mode", "Azure")]);

        var fault = Assert.Throws<OptionsValidationException>(() => host.Transcriber);

        Assert.Equal(2, fault.Failures.Count());
    }

    private static List<string> Faults(TranscriptionOptions options) => [.. new TranscriptionOptionsValidator().Validate(null, options).Failures ?? []];
}

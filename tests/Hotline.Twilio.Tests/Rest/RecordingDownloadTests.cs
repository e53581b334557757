using System.Net;
using Hotline.Twilio.Rest;

namespace Hotline.Twilio.Tests.Rest;

public sealed class RecordingDownloadTests : IDisposable
{
    private readonly ScriptedNetwork network = new();

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task Credentials_never_follow_a_redirect_to_another_host()
    {
        network.Answers(HttpStatusCode.Redirect, with: To("https://storage.example/abc?signed=1")).Answers(HttpStatusCode.OK, "audio");

        var audio = await network.RunAsync(twilio => twilio.Recordings.DownloadAsync(TwilioAccount.RecordingSid));

        Assert.Equal("audio"u8.ToArray(), Assert.IsType<RecordingAudio.Complete>(audio).Bytes.ToArray());
        Assert.NotNull(network.Seen[0].Authorization);
        Assert.Equal("https://storage.example/abc?signed=1", network.Seen[1].Url.ToString());
        Assert.Null(network.Seen[1].Authorization);
    }

    [Fact]
    public async Task Credentials_follow_a_redirect_on_the_same_host()
    {
        network.Answers(HttpStatusCode.TemporaryRedirect, with: To("/elsewhere.wav")).Answers(HttpStatusCode.OK, "audio");

        await network.RunAsync(twilio => twilio.Recordings.DownloadAsync(TwilioAccount.RecordingSid));

        Assert.NotNull(network.Seen[1].Authorization);
    }

    [Theory]
    [InlineData("http://api.twilio.com/plain.wav")]
    [InlineData("ftp://storage.example/x")]
    public async Task A_redirect_to_an_open_line_is_refused(string location)
    {
        network.Answers(HttpStatusCode.Redirect, with: To(location));

        Assert.Equal(new TwilioFailure.Refused(302, 0), await network.FailAsync(twilio => twilio.Recordings.DownloadAsync(TwilioAccount.RecordingSid)));
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        network.Answers(HttpStatusCode.Redirect, with: To("https://storage.example/"), times: 6);

        Assert.IsType<TwilioFailure.Refused>(await network.FailAsync(twilio => twilio.Recordings.DownloadAsync(TwilioAccount.RecordingSid)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_above_the_limit_is_not_kept(bool saysItsLength)
    {
        network.Answers(HttpStatusCode.OK, new string('x', 1001), with: response => response.Content.Headers.ContentLength = saysItsLength ? 1001 : null);

        var audio = await network.RunAsync(twilio => twilio.Recordings.DownloadAsync(TwilioAccount.RecordingSid, maxBytes: 1000));

        Assert.Equal(new RecordingAudio.TooLarge(1000), audio);
    }

    [Fact]
    public async Task A_file_at_the_limit_is_kept()
    {
        network.Answers(HttpStatusCode.OK, new string('x', 1000));

        var audio = await network.RunAsync(twilio => twilio.Recordings.DownloadAsync(TwilioAccount.RecordingSid, AudioFormat.Mp3, maxBytes: 1000));

        Assert.Equal(1000, Assert.IsType<RecordingAudio.Complete>(audio).Bytes.Length);
        Assert.EndsWith(".mp3", network.Seen[0].Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_is_gone_is_said_to_be()
    {
        network.Answers(HttpStatusCode.NotFound);

        Assert.Equal(new RecordingAudio.NotThere(), await network.RunAsync(twilio => twilio.Recordings.DownloadAsync(TwilioAccount.RecordingSid)));
    }

    [Fact]
    public async Task A_download_that_stalls_ends()
    {
        network.Answers(HttpStatusCode.OK, with: response => response.Content = new StreamContent(new StalledBody()));

        Assert.Equal(new TwilioFailure.Unreachable(null), await network.FailAsync(twilio => twilio.Recordings.DownloadAsync(TwilioAccount.RecordingSid)));
    }

    private static Action<HttpResponseMessage> To(string location) => response => response.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);

    private sealed class StalledBody : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }
}

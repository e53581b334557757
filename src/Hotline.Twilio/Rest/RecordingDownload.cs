using System.Net;

namespace Hotline.Twilio.Rest;

public enum AudioFormat
{
    /// <summary>128 kbit/s: a minute is about 1 MB.</summary>
    Wav,

    /// <summary>32 kbit/s.</summary>
    Mp3,
}

/// <summary>The end of a download; broken connections and refusals are a <see cref="TwilioException"/>.</summary>
public abstract record RecordingAudio
{
    public const int DefaultMaxBytes = 64 * 1024 * 1024;

    private RecordingAudio() { }

    public sealed record Complete(ReadOnlyMemory<byte> Bytes, string ContentType) : RecordingAudio;

    /// <summary>Deleted, kept outside Twilio, or not completed yet: its status says which.</summary>
    public sealed record NotThere : RecordingAudio;

    public sealed record TooLarge(int MaxBytes) : RecordingAudio;
}

/// <summary>Fetches audio by hand through redirects, so that credentials stay with our own host and the size stays bounded.</summary>
internal static class RecordingDownload
{
    private const int MaxRedirects = 5;

    public static async Task<RecordingAudio> RunAsync(TwilioTransport transport, string recordingSid, AudioFormat format, int maxBytes, CancellationToken cancellation)
    {
        var request = new TwilioRequest(HttpMethod.Get, $"Recordings/{Uri.EscapeDataString(recordingSid)}.{Wire.Word(format)}", "fetch a recording's audio");
        using var deadline = transport.MediaDeadline();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            using var response = await OpenAsync(transport, request, either.Token);
            return await ReadAsync(response, maxBytes, either.Token);
        }
        catch (TwilioException fault) when (fault.Failure is TwilioFailure.NotFound)
        {
            return new RecordingAudio.NotThere();
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new TwilioException(request.Action, new TwilioFailure.Unreachable(null), fault);
        }
    }

    private static async Task<HttpResponseMessage> OpenAsync(TwilioTransport transport, TwilioRequest request, CancellationToken cancellation)
    {
        var url = transport.UrlOf(request);
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            var response = await transport.OpenAsync(request, url, cancellation);
            if (response.IsSuccessStatusCode) return response;
            using (response)
            {
                if (response.Headers.Location is not { } location) throw new TwilioException(request.Action, new TwilioFailure.Refused((int)response.StatusCode, 0));
                var next = new Uri(url, location);
                if (next.Scheme is not "https" && !string.Equals(next.Scheme, url.Scheme, StringComparison.Ordinal)) throw new TwilioException(request.Action, new TwilioFailure.Refused((int)response.StatusCode, 0));
                url = next;
            }
        }
        throw new TwilioException(request.Action, new TwilioFailure.Refused((int)HttpStatusCode.Redirect, 0));
    }

    private static async Task<RecordingAudio> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > maxBytes) return new RecordingAudio.TooLarge(maxBytes);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var audio = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (audio.Length + read > maxBytes) return new RecordingAudio.TooLarge(maxBytes);
            audio.Write(buffer, 0, read);
        }
        return new RecordingAudio.Complete(audio.ToArray(), response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream");
    }
}

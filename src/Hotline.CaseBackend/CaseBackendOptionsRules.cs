using Microsoft.Extensions.Options;

namespace Hotline.CaseBackend;

/// <summary>Everything that is wrong with the section <c>CaseBackend</c>, all at once and without repeating the key.</summary>
internal sealed class CaseBackendOptionsRules : IValidateOptions<CaseBackendOptions>
{
    private static readonly TimeSpan LongestTranscriptWait = TimeSpan.FromMinutes(30);

    public ValidateOptionsResult Validate(string? name, CaseBackendOptions options)
    {
        List<string> wrongs = [.. Wrongs(options)];
        return wrongs.Count is 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrongs);
    }

    private static IEnumerable<string> Wrongs(CaseBackendOptions options)
    {
        if (options.BaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" } url)
            yield return "CaseBackend:BaseUrl must be the address of the case backend, such as https://cases.example.go.kr.";
        else if (url is { Scheme: "http" } && !options.IsPrivate)
            yield return "CaseBackend:BaseUrl must be https: plain http is accepted only for loopback and for CaseBackend:PrivateHosts.";
        else if (url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            yield return "CaseBackend:BaseUrl must have no user, query or fragment.";
        if (string.IsNullOrEmpty(options.ApiKey) || options.ApiKey.Any(letter => letter is <= ' ' or > '~'))
            yield return "CaseBackend:ApiKey must be the key that the case backend gave to the hotline: printable ASCII without spaces.";
        if (options.TranscriptWait < TimeSpan.Zero || options.TranscriptWait > LongestTranscriptWait)
            yield return "CaseBackend:TranscriptWait must be between 00:00:00 and 00:30:00.";
    }
}

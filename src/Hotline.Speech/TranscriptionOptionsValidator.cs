using Microsoft.Extensions.Options;

namespace Hotline.Speech;

/// <summary>Says everything that is wrong with the section at once, so that an operator mends it in one go.</summary>
public sealed class TranscriptionOptionsValidator : IValidateOptions<TranscriptionOptions>
{
    public ValidateOptionsResult Validate(string? name, TranscriptionOptions options)
    {
        var faults = Faults(options).ToList();

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(TranscriptionOptions options) =>
        ModeFaults(options)
            .Concat(PrivateHostFaults(options))
            .Concat(AzureFaults(options))
            .Concat(SelfHostedFaults(options))
            .Concat(LanguageFaults(options))
            .Concat(LexiconFaults(options))
            .Concat(TimeFaults(options.Http));

    private static IEnumerable<string> ModeFaults(TranscriptionOptions options)
    {
        if (!Enum.IsDefined(options.Mode))
        {
            yield return $"Transcription:Mode is {(int)options.Mode}; it must be one of {string.Join(", ", Enum.GetNames<TranscriptionMode>())}.";
        }
    }

    private static IEnumerable<string> PrivateHostFaults(TranscriptionOptions options)
    {
        foreach (var host in options.PrivateHosts)
        {
            if (!IsReadable(host))
            {
                yield return $"Transcription:PrivateHosts holds \"{host}\", which is no host name, address or range such as 10.0.0.0/8.";
            }
        }
    }

    private static IEnumerable<string> AzureFaults(TranscriptionOptions options)
    {
        if (!options.UsesAzure)
        {
            yield break;
        }

        foreach (var fault in AddressFaults("Transcription:Azure:Endpoint", options.Azure.Endpoint, options))
        {
            yield return fault;
        }

        if (string.IsNullOrWhiteSpace(options.Azure.Key))
        {
            yield return $"Transcription:Azure:Key is missing; mode {options.Mode} needs the key of the speech resource.";
        }
    }

    private static IEnumerable<string> SelfHostedFaults(TranscriptionOptions options)
    {
        if (!options.UsesSelfHosted)
        {
            yield break;
        }

        foreach (var fault in AddressFaults("Transcription:SelfHosted:BaseUrl", options.SelfHosted.BaseUrl, options))
        {
            yield return fault;
        }

        if (string.IsNullOrWhiteSpace(options.SelfHosted.Model))
        {
            yield return $"Transcription:SelfHosted:Model is missing; mode {options.Mode} needs the model's name, e.g. whisper-large-v3-turbo.";
        }
    }

    private static IEnumerable<string> AddressFaults(string setting, string? value, TranscriptionOptions options)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return $"{setting} is missing; mode {options.Mode} needs it.";
            yield break;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return $"{setting} is not an http or https address.";
            yield break;
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return $"{setting} must be a plain address without user, query or fragment; keys have their own setting.";
        }

        var isPrivate = new PrivateNetwork(options.PrivateHosts.Where(IsReadable)).Contains(address);

        if (!isPrivate && !options.AllowCloud)
        {
            yield return $"{setting} points to {address.IdnHost}, outside loopback and Transcription:PrivateHosts, while Transcription:AllowCloud is false. "
                + "Allow the cloud, or use an address on the premises.";
        }

        if (!isPrivate && address.Scheme is not "https")
        {
            yield return $"{setting} must be https: {address.IdnHost} is not loopback and not listed in Transcription:PrivateHosts.";
        }
    }

    private static IEnumerable<string> LanguageFaults(TranscriptionOptions options)
    {
        if (!RecordingLanguage.IsReadable(options.Language))
        {
            yield return $"Transcription:Language is \"{options.Language}\"; it must be a tag such as ko or ko-KR.";
        }
    }

    private static IEnumerable<string> LexiconFaults(TranscriptionOptions options) =>
        string.IsNullOrWhiteSpace(options.LexiconPath) ? [] : UrgencyLexicon.FaultsOf(options.LexiconPath);

    private static IEnumerable<string> TimeFaults(TranscriptionOptions.HttpTimes times)
    {
        if (times.Attempt < TimeSpan.FromSeconds(1) || times.Total < times.Attempt || times.Total > TimeSpan.FromHours(1))
        {
            yield return "Transcription:Http:Attempt must be at least one second, and Transcription:Http:Total at least as long and at most an hour.";
        }

        if (times.Retries is < 0 or > 10)
        {
            yield return $"Transcription:Http:Retries is {times.Retries}; it must be 0 to 10.";
        }

        if (times.RetryDelay < TimeSpan.Zero || times.RetryDelay > TimeSpan.FromSeconds(30))
        {
            yield return "Transcription:Http:RetryDelay must be between 0 and 30 seconds.";
        }
    }

    private static bool IsReadable(string host)
    {
        try
        {
            return new PrivateNetwork([host]) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

using Microsoft.Extensions.Options;
using PhoneNumbers;

namespace Hotline.Web.Hosting;

/// <summary>Finds every fault of the section at once, each with what would be right.</summary>
public sealed class HotlineOptionsValidation(IHostEnvironment environment) : IValidateOptions<HotlineOptions>
{
    public ValidateOptionsResult Validate(string? name, HotlineOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(HotlineOptions options)
    {
        if (options.PublicBaseUrl is not { IsAbsoluteUri: true } url || (url.Scheme is not "https" && !url.IsLoopback))
            yield return "Hotline:PublicBaseUrl must be the absolute https address that the carrier calls, like https://voice.example.go.kr (http only on loopback).";
        else if (url.Query.Length > 0 || url.Fragment.Length > 0)
            yield return "Hotline:PublicBaseUrl must have no query and no fragment.";
        foreach (var role in options.RoleNames.Where(r => r is not ("web" or "worker")))
            yield return $"Hotline:Roles knows web and worker, not '{role}'.";
        if (!options.RoleNames.Any())
            yield return "Hotline:Roles must name web, worker, or both.";
        if (!IsE164(options.Number))
            yield return "Hotline:Number must be a telephone number in E.164, like +8227358994.";
        foreach (var (number, i) in options.OutboundNumbers.Select((number, i) => (number, i)))
        {
            if (!IsE164(number))
                yield return $"Hotline:OutboundNumbers:{i} must be a telephone number in E.164, like +8227358994.";
        }

        if (!options.OverflowDialString.StartsWith("sip:", StringComparison.Ordinal) && !IsDialable(options.OverflowDialString))
            yield return "Hotline:OverflowDialString must be E.164 or a sip: address, like +8221366.";
        if (options.ClockOffset != TimeSpan.Zero && environment.IsProduction())
            yield return "Hotline:ClockOffset must be empty in Production: the clock of a real line is not shifted.";
        if (options.RetentionDays is < 1 or > 3650)
            yield return "Hotline:RetentionDays must be between 1 and 3650.";
        if (options.ReadBack is not ("Full" or "Last4"))
            yield return "Hotline:ReadBack must be Full or Last4.";
        if (options.MaxMessage < TimeSpan.FromSeconds(10) || options.MaxMessage > TimeSpan.FromMinutes(10))
            yield return "Hotline:MaxMessage must be between 00:00:10 and 00:10:00.";
    }

    private static bool IsDialable(string text) => text.Length > 2 && text[0] == '+' && text[1..].All(char.IsAsciiDigit);

    private static bool IsE164(string text)
    {
        if (!IsDialable(text))
            return false;
        try
        {
            return PhoneNumberUtil.GetInstance().IsPossibleNumber(PhoneNumberUtil.GetInstance().Parse(text, null));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}

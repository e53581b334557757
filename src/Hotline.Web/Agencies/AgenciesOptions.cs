using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Agencies;

/// <summary>
/// Section <c>Agencies</c>: how the trunk reaches numbers that people dial as they are, such as 1366, 109 or 1577-1366. A carrier abroad
/// often cannot reach Korean short codes at all; a domestic trunk usually takes them bare, in a SIP address.
/// </summary>
public sealed partial class AgenciesOptions
{
    /// <summary>Before the digits: a country code for a trunk that takes E.164, or <c>sip:</c>. A row's own dial string needs none.</summary>
    public string ShortCodePrefix { get; set; } = "+82";

    /// <summary>After the digits: empty, or <c>@trunk.example.kr</c> after a prefix <c>sip:</c>.</summary>
    public string ShortCodeSuffix { get; set; } = "";

    /// <summary>What the trunk dials to reach a number as people know it. E.164 drops the zero of an area code.</summary>
    public string DialString(string digits)
    {
        var bare = digits.Replace("-", "", StringComparison.Ordinal);
        return ShortCodePrefix is ['+', ..] ? ShortCodePrefix + bare.TrimStart('0') + ShortCodeSuffix : ShortCodePrefix + bare + ShortCodeSuffix;
    }

    /// <summary>E.164 or a SIP address: nothing else can be dialled.</summary>
    public static bool IsDialable(string address) => Dialable().IsMatch(address);

    [GeneratedRegex(@"^(\+[1-9][0-9]{2,14}|sips?:[^\s@]+@[^\s@]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dialable();
}

public sealed class AgenciesOptionsValidation : IValidateOptions<AgenciesOptions>
{
    public ValidateOptionsResult Validate(string? name, AgenciesOptions options) => AgenciesOptions.IsDialable(options.DialString("1366"))
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("Agencies:ShortCodePrefix and ShortCodeSuffix must make a number in E.164 or a SIP address of 1366, like +82 and nothing, or sip: and @trunk.example.kr.");
}

using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// An address that Twilio asks: absolute http(s) (or wss), or relative to the document. Twilio refuses underscores in host
/// names. The value itself never stands in the message: addresses carry tokens.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class WebAddressAttribute : ValidationAttribute
{
    public bool OrEmpty { get; init; }

    public bool Absolute { get; init; }

    public override bool IsValid(object? value) => value is not string address || (address.Length == 0 ? OrEmpty : Good(address));

    public override string FormatErrorMessage(string name) =>
        $"{name} must be {(Absolute ? "an absolute http or https URL" : "an http or https URL or a path")}{(OrEmpty ? " or empty" : "")}, without spaces, and without an underscore in its host name.";

    private bool Good(string address)
    {
        if (Spoiled().IsMatch(address)) return false;
        if (!Scheme().IsMatch(address)) return !Absolute;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "ws" or "wss" && !uri.Host.Contains('_', StringComparison.Ordinal);
    }

    [GeneratedRegex("""[\s<>"]""", RegexOptions.None, 1000)]
    private static partial Regex Spoiled();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.None, 1000)]
    private static partial Regex Scheme();
}

/// <summary>A value of a fixed shape; the message says the shape in words.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShapeAttribute(string pattern, string say) : ValidationAttribute
{
    private readonly Regex regex = new($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public string Pattern => pattern;

    public string Say => say;

    // "$" also matches before a final line feed.
    public override bool IsValid(object? value) => value is not string text || (!text.EndsWith('\n') && regex.IsMatch(text));

    public override string FormatErrorMessage(string name) => $"{name} must be {say}.";
}

/// <summary>At most so many characters, counted as code points.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AtMostAttribute(int characters) : ValidationAttribute
{
    public int Characters => characters;

    public override bool IsValid(object? value) => value is not string text || text.EnumerateRunes().Count() <= characters;

    public override string FormatErrorMessage(string name) => $"{name} has more than {characters} characters.";
}

/// <summary>Speech hints: 500 entries of 100 characters, separated by commas.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HintsAttribute : ValidationAttribute
{
    public override bool IsValid(object? value)
    {
        if (value is not string text) return true;
        var entries = text.Split(',');
        return entries.Length <= 500 && entries.All(entry => entry.Trim().Length <= 100);
    }

    public override string FormatErrorMessage(string name) => $"{name} takes at most 500 entries of at most 100 characters each.";
}

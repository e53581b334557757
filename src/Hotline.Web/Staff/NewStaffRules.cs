using System.Net.Mail;
using PhoneNumbers;

namespace Hotline.Web.Staff;

/// <summary>What a new member of staff must be. Each fault is one sentence that says what would be right, and repeats no number.</summary>
public static class NewStaffRules
{
    private static readonly string[] Languages = ["ko", "en"];

    /// <returns>The first fault, or null.</returns>
    public static string? FirstFault(NewStaff staff) => Faults(staff).FirstOrDefault();

    private static IEnumerable<string> Faults(NewStaff staff)
    {
        if (!IsEmail(staff.Email))
        {
            yield return "--email must be an e-mail address, like counselor@example.org.";
        }

        if (string.IsNullOrWhiteSpace(staff.Name) || staff.Name.Length > 100)
        {
            yield return "--name must be a name of at most 100 characters.";
        }

        if (!Roles.All.Contains(staff.Role, StringComparer.Ordinal))
        {
            yield return $"--role must be one of {string.Join(", ", Roles.All)}.";
        }

        if (new[] { staff.Phone is not null, staff.Sip is not null, staff.Client }.Count(given => given) > 1)
        {
            yield return "Only one of --phone, --sip and --client can be given: a person is rung in one way.";
        }

        if (staff.Phone is not null && !IsPhone(staff.Phone))
        {
            yield return "--phone must be a telephone number in E.164, like +821000000000.";
        }

        if (staff.Sip is not null && !IsSip(staff.Sip))
        {
            yield return "--sip must be a SIP address, like sip:counselor@pbx.example.org.";
        }

        if (staff.LanguageList.Count == 0 || staff.LanguageList.Except(Languages, StringComparer.Ordinal).Any())
        {
            yield return "--languages must be ko, en, or both separated by a comma.";
        }

        if (staff.Gender is not (null or "woman" or "man"))
        {
            yield return "--gender must be woman or man, or be left out.";
        }

        if (staff.SkillList.Any(skill => skill.Length > 40 || !skill.All(c => char.IsLetterOrDigit(c) || c == '-')))
        {
            yield return "--skills must be words of letters, digits and hyphens separated by commas, like deletion,legal.";
        }
    }

    private static bool IsEmail(string? text) =>
        text is { Length: <= 254 } && MailAddress.TryCreate(text, out var address) && string.Equals(address.Address, text, StringComparison.Ordinal) && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsPhone(string text)
    {
        if (text.Length is < 8 or > 16 || text[0] != '+' || !text[1..].All(char.IsAsciiDigit))
        {
            return false;
        }

        try
        {
            var library = PhoneNumberUtil.GetInstance();
            return library.IsPossibleNumber(library.Parse(text, null));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static bool IsSip(string text)
    {
        var rest = text.StartsWith("sip:", StringComparison.Ordinal) ? text[4..] : text.StartsWith("sips:", StringComparison.Ordinal) ? text[5..] : "";
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= 255 && at > 0 && at < rest.Length - 1 && !rest.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"');
    }
}

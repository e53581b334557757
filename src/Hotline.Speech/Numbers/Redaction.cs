using System.Text;
using System.Text.RegularExpressions;

namespace Hotline.Speech;

/// <summary>
/// Hides telephone and registration numbers, other long numbers, e-mail addresses and names that a caller gives as their own.
/// For notifications and lists. What is left is not anonymous: names elsewhere, addresses and schools stay.
/// </summary>
public static partial class Redaction
{
    private const int LongNumber = 7;
    private const int RegistrationNumber = 13;

    // Words that look like a surname and a given name; hiding them would hide what the call is about.
    private static readonly HashSet<string> NoNames =
    [
        "피해자", "피의자", "고등학생", "고삼", "고일", "고이", "여자", "남자", "여학생", "남학생", "여고생", "남고생", "이용자", "신고자", "지인", "엄마", "주부", "남편",
        "변호사", "선생님", "유학생", "장애인", "성인", "공무원", "지금", "전화", "문의", "신고", "상담", "이거", "정말", "한국인", "주민", "여성", "남성", "미성년",
    ];

    public static string Redact(string text)
    {
        var redacted = new StringBuilder(text.Length);
        var copied = 0;

        foreach (var mark in Marks(text).OrderBy(mark => mark.Start).ThenByDescending(mark => mark.Length))
        {
            if (mark.Start >= copied)
            {
                redacted.Append(text, copied, mark.Start - copied).Append(mark.Label);
            }

            copied = Math.Max(copied, mark.Start + mark.Length);
        }

        return redacted.Append(text, copied, text.Length - copied).ToString();
    }

    private static IEnumerable<Mark> Marks(string text) => Mails(text).Concat(Names(text)).Concat(Numbers(text));

    private static IEnumerable<Mark> Mails(string text) => Mail().Matches(text).Select(match => new Mark(match.Index, match.Length, "[이메일]"));

    private static IEnumerable<Mark> Names(string text) => OwnName().Matches(text)
        .Select(match => match.Groups["name"])
        .Where(name => !NoNames.Contains(name.Value))
        .Select(name => new Mark(name.Index, name.Length, "[이름]"));

    private static IEnumerable<Mark> Numbers(string text) => DigitRun.AllIn(text)
        .Select(run => (Run: run.WithoutCopula(), Phone: SpokenNumbers.Phone(run)))
        .Where(found => found.Run.Digits.Length >= LongNumber || found.Phone is not null)
        .Select(found => new Mark(
            found.Run.Start,
            Math.Max(found.Run.End, found.Phone is { } phone ? phone.Start + phone.Length : 0) - found.Run.Start,
            LabelOf(found.Run, found.Phone)));

    private static string LabelOf(DigitRun run, SpokenPhoneNumber? phone) => (run.Digits.Length, phone) switch
    {
        (RegistrationNumber, _) => "[주민등록번호]",
        (_, not null) => "[전화번호]",
        _ => "[번호]",
    };

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    [GeneratedRegex("""
        (?<![가-힣])(저는|저|제\s*이름은|제\s*이름이|이름은|본명은)\s*,?\s*
        (?<name>((남궁|황보|제갈|선우|독고|사공|서문)|[김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국은편용예봉경])[가-힣]{1,2})
        (?=\s?(입니다|이라고|라고|이에요|이예요|예요|에요|인데요|이고요|이구요|이요|고요|이고|이며))
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnName();

    private sealed record Mark(int Start, int Length, string Label);
}

using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.CallFlow.Hours;
using Hotline.Sandbox.Network;

namespace Hotline.Web.Tests.GoldenCalls;

/// <summary>Reads one line. Strict: what is not understood is refused with what would be right.</summary>
internal static partial class LineReader
{
    public static Instruction Read(string text, int line)
    {
        var (word, rest) = text.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? (text[..space], text[space..].Trim()) : (text, "");
        return Of(word, rest, line) with { Line = line };
    }

    private static Instruction Of(string word, string rest, int line) => word switch
    {
        "영업" => new Instruction.Setting("OpeningHours:Profile", OneOf(rest, line, Enum.GetNames<HoursProfile>())),
        "인사" => new Instruction.Setting("Hotline:DiscreetGreeting", OneOf(rest, line, "숨김") is "숨김" ? "true" : "false"),
        "번호읽기" => new Instruction.Setting("Hotline:ReadBack", OneOf(rest, line, "끝네자리") is "끝네자리" ? "Last4" : "Full"),
        "시각" => new Instruction.SetClock(Moment(rest, line)),
        "근무" => new Instruction.Duty(OneOf(rest, line, "있음", "없음") is "있음"),
        "폭주" => new Instruction.Surge(OneOf(rest, line, "켬", "끔") is "켬"),
        "기관" => Agency(rest, line),
        "대기자" => rest is "끊음" ? new Instruction.AnotherHangsUp() : new Instruction.OthersWait(People(rest, line)),
        "전화" => Dial(rest, line),
        "누름" => new Instruction.Press(Keys(rest, line)),
        "침묵" => Alone(rest, line, new Instruction.StaySilent()),
        "기다림" => new Instruction.Wait(Time(rest, line)),
        "말씀" => Speak(rest, line),
        "끊음" => Alone(rest, line, new Instruction.HangUp()),
        "시간" => new Instruction.Pass(Time(rest, line)),
        "듣기" => new Instruction.Hears(Some(rest, line)),
        "듣기만" => new Instruction.HearsOnly(Some(rest, line)),
        "안들림" => new Instruction.HearsNot(Some(rest, line)),
        "소리" => new Instruction.HearsSound(OneOf(rest, line, "삐", "재생") is "삐" ? HeardKind.Beep : HeardKind.Played),
        "결과" => new Instruction.Expect(Facts(rest, line)),
        _ => throw new TranscriptException(line, $"'{word}'(으)로 시작하는 줄은 없습니다. 쓸 수 있는 말은 README.md에 있습니다."),
    };

    private static string OneOf(string text, int line, params string[] choices) => choices.Contains(text, StringComparer.Ordinal)
        ? text
        : throw new TranscriptException(line, $"'{text}' 대신 {string.Join(", ", choices)} 가운데 하나여야 합니다.");

    private static string Some(string text, int line) => text.Length > 0 ? text : throw new TranscriptException(line, "들을 말이 없습니다.");

    private static Instruction Alone(string rest, int line, Instruction instruction) =>
        rest.Length is 0 ? instruction : throw new TranscriptException(line, $"뒤에 아무것도 오지 않습니다: '{rest}'.");

    private static DateTimeOffset Moment(string text, int line) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, SeoulTime.Offset)
            : throw new TranscriptException(line, $"시각은 2026-12-25 10:00처럼 씁니다: '{text}'.");

    private static Instruction.Agency Agency(string text, int line) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var digits, var does]
        ? new Instruction.Agency(digits, OneOf(does, line, "받음", "통화중", "안받음", "불통", "끊음"))
        : throw new TranscriptException(line, "기관은 '기관 1366 받음'처럼 씁니다.");

    private static int People(string text, int line) => Quantity().Match(text) is { Success: true } match && match.Groups["unit"].Value is "명"
        ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
        : throw new TranscriptException(line, "대기자는 '대기자 2명' 또는 '대기자 끊음'입니다.");

    private static Instruction.Dial Dial(string text, int line)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (1 or 2))
            throw new TranscriptException(line, "전화는 '전화 휴대폰' 또는 '전화 휴대폰 5678'처럼 씁니다.");
        var kind = OneOf(parts[0], line, "휴대폰", "발신제한", "해외", "107") switch
        {
            "휴대폰" => CallerKind.Mobile,
            "발신제한" => CallerKind.Withheld,
            "해외" => CallerKind.Abroad,
            _ => CallerKind.Relay,
        };
        if (parts.Length is 1)
            return new Instruction.Dial(kind, 1234);
        return parts[1].Length is 4 && parts[1].All(char.IsAsciiDigit)
            ? new Instruction.Dial(kind, int.Parse(parts[1], CultureInfo.InvariantCulture))
            : throw new TranscriptException(line, $"번호의 끝은 네 자리 숫자입니다: '{parts[1]}'.");
    }

    private static string Keys(string text, int line)
    {
        var keys = text.Replace(" ", "", StringComparison.Ordinal);
        var plain = keys.Replace(Transcript.Reference, "", StringComparison.Ordinal);
        return keys.Length > 0 && plain.All(key => char.IsAsciiDigit(key) || key is '*' or '#')
            ? keys
            : throw new TranscriptException(line, $"전화기에 없는 버튼입니다: '{text}'. 0~9, *, #, {Transcript.Reference}만 누를 수 있습니다.");
    }

    private static TimeSpan Time(string text, int line)
    {
        if (Quantity().Match(text) is not { Success: true } match)
            throw new TranscriptException(line, $"시간은 40초, 10분, 2시간, 3일처럼 씁니다: '{text}'.");
        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "초" => TimeSpan.FromSeconds(number),
            "분" => TimeSpan.FromMinutes(number),
            "시간" => TimeSpan.FromHours(number),
            "일" => TimeSpan.FromDays(number),
            _ => throw new TranscriptException(line, $"시간은 40초, 10분, 2시간, 3일처럼 씁니다: '{text}'."),
        };
    }

    private static Instruction.Speak Speak(string text, int line) => Spoken().Match(text) is { Success: true } match
        ? new Instruction.Speak(match.Groups["sound"].Value, match.Groups["words"].Value, match.Groups["end"].Value switch
        {
            "침묵" => "",
            "끊음" => null,
            var key => key,
        })
        : throw new TranscriptException(line, "말씀은 '말씀 p01 \"적힌 말\" #'처럼 쓰고, 끝은 # 0 8 * 침묵 끊음 가운데 하나입니다.");

    private static List<KeyValuePair<string, string>> Facts(string text, int line)
    {
        var facts = text.Split('|', StringSplitOptions.TrimEntries)
            .Select(fact => fact.Split(' ', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } value]
                ? KeyValuePair.Create(name, value)
                : throw new TranscriptException(line, $"결과는 '통화 끊음 | 사례 없음'처럼 씁니다: '{fact}'."))
            .ToList();
        foreach (var (name, _) in facts)
        {
            if (!Instruction.Expect.Names.Contains(name, StringComparer.Ordinal))
                throw new TranscriptException(line, $"결과에 '{name}' 항목은 없습니다. 있는 것: {string.Join(", ", Instruction.Expect.Names)}.");
        }

        return facts;
    }

    [GeneratedRegex("^(?<number>[0-9]+)(?<unit>초|분|시간|일|명)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quantity();

    [GeneratedRegex("^(?<sound>p0[1-5]|무음) \"(?<words>[^\"]*)\" (?<end>[#08*]|침묵|끊음)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spoken();
}

namespace Hotline.Web.Console;

/// <summary>How a request's states read in Korean, and the tone that their mark is drawn in. An unknown state shows as itself.</summary>
public static class RequestWords
{
    public static Mark Urgency(short urgency) => urgency switch
    {
        0 => new("즉시 위험", Tone.Danger),
        1 => new("긴급", Tone.Danger),
        2 => new("높음", Tone.Warning),
        3 => new("보통", Tone.Plain),
        _ => new("안내", Tone.Quiet),
    };

    public static Mark State(string state) => state switch
    {
        "open" => new("대기 중", Tone.Warning),
        "done" => new("완료", Tone.Good),
        "cancelled" => new("취소됨", Tone.Quiet),
        _ => new(state, Tone.Plain),
    };

    public static string Language(string language) => language switch
    {
        "Korean" => "한국어",
        "English" => "영어",
        _ => language,
    };

    public static Mark Statement(string? statement) => statement switch
    {
        null => new("없음", Tone.Quiet),
        "pending" => new("대기", Tone.Plain),
        "transcribed" => new("변환됨", Tone.Good),
        "no-speech" => new("말씀 없음", Tone.Quiet),
        "failed" => new("실패 – 직접 들어야 함", Tone.Warning),
        "off" => new("변환 안 함 – 직접 들어야 함", Tone.Warning),
        _ => new(statement, Tone.Plain),
    };

    public static Mark Case(string? state) => state switch
    {
        null => new("없음", Tone.Quiet),
        "due" => new("열 예정", Tone.Plain),
        "sending" => new("보내는 중", Tone.Plain),
        "opened" => new("열림", Tone.Good),
        "refused" => new("거절됨 – 확인 필요", Tone.Danger),
        "withdrawn" => new("철회됨", Tone.Quiet),
        _ => new(state, Tone.Plain),
    };
}

/// <summary>A word and the tone it is drawn in; the tone never says anything that the word does not.</summary>
public sealed record Mark(string Text, Tone Tone)
{
    public string Css => $"mark {Tone switch { Tone.Danger => "danger", Tone.Warning => "warning", Tone.Good => "good", Tone.Quiet => "quiet", _ => "plain" }}";
}

public enum Tone
{
    Plain,
    Quiet,
    Good,
    Warning,
    Danger,
}

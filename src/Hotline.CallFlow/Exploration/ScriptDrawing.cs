using System.Collections.Frozen;
using System.Text;

namespace Hotline.CallFlow.Exploration;

/// <summary>The script as a picture that the staff can read: Mermaid text, titles in Korean.</summary>
public static class ScriptDrawing
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Script.ToCounselor] = "0번 상담원",
        [Script.ToExit] = "8번 바로 끊기",
        [Script.GivenUp] = "버튼이 어려움",
        [Script.OtherLanguages] = "9번 다시",
        ["agreed"] = "동의함",
        ["again"] = "다시 녹음",
        ["callback"] = "연락 요청",
        ["chosen"] = "시간 고름",
        ["closed"] = "상담 시간 아님",
        ["confirmed"] = "확인함",
        ["connected"] = "연결됨",
        ["crisis"] = "마음이 힘듦",
        ["entered"] = "번호 입력",
        ["failed"] = "연결 안 됨",
        ["found"] = "요청 찾음",
        ["managing"] = "요청 관리 중",
        ["moved"] = "시간 바꿈",
        ["nobody"] = "근무자 없음",
        ["nothing"] = "녹음 없음",
        ["open"] = "상담 시간",
        ["outside"] = "1366 연결",
        ["picked"] = "날짜 고름",
        ["police"] = "경찰 필요",
        ["recorded"] = "녹음됨",
        ["refused"] = "동의하지 않음",
        ["registered"] = "이미 접수됨",
        ["too-long"] = "오래 기다림",
        ["unknown"] = "번호 모름",
        ["unreachable"] = "연결 불가",
        ["waits"] = "기다림",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A flowchart: one box for each step, one arrow for each way out, dotted for '#'.</summary>
    public static string Mermaid(Script script)
    {
        var text = new StringBuilder("flowchart TD\n");
        foreach (var row in script.Rows)
            text.Append("    ").Append(Box(row)).Append('\n');
        text.Append("    Everywhere([\"어디서나\"])\n");
        foreach (var exit in script.Everywhere)
            text.Append(Arrow("Everywhere", exit));
        foreach (var row in script.Rows)
            Ways(row, text);
        return text.ToString();
    }

    private static string Box(ScriptRow row) => row.Name switch
    {
        StepName.Waiting => $"{row.Name}([\"{row.Title}\"])",
        StepName.Transfer => $"{row.Name}[[\"{row.Title}\"]]",
        StepName.CallbackConfirmed => $"{row.Name}[(\"{row.Title}\")]",
        StepName.Farewell or StepName.QuickExit => $"{row.Name}((\"{row.Title}\"))",
        _ => $"{row.Name}[\"{row.Title}\"]",
    };

    private static void Ways(ScriptRow row, StringBuilder text)
    {
        foreach (var exit in row.Exits)
            text.Append(Arrow(row.Name.ToString(), exit));
        if (row.Back is { } back)
            text.Append("    ").Append(row.Name).Append(" -. 이전 .-> ").Append(back).Append('\n');
    }

    private static string Arrow(string from, Exit exit) => $"    {from} -- \"{Label(exit)}\" --> {exit.To}\n";

    private static string Label(Exit exit) => exit.On.Length == 1 ? exit.On + "번" : Words.GetValueOrDefault(exit.On, exit.On);
}

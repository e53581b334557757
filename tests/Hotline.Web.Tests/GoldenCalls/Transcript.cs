namespace Hotline.Web.Tests.GoldenCalls;

/// <summary>A golden call as it was written: its title and its lines.</summary>
public sealed record Transcript(string Title, IReadOnlyList<Instruction> Instructions)
{
    /// <summary>Stands for the reference that the caller heard last.</summary>
    public const string Reference = "접수번호";

    /// <exception cref="TranscriptException">With the number of the first line that cannot be played, and what would be right.</exception>
    public static Transcript Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var instructions = lines
            .Select((line, index) => (Text: line.Trim(), Number: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => LineReader.Read(line.Text, line.Number))
            .ToList();
        if (lines[0].TrimStart() is not ['#', .. { Length: > 1 } title])
            throw new TranscriptException(1, "첫 줄은 '# 제목'이어야 합니다.");
        Check(instructions, lines.Length);
        return new Transcript(title.Trim(), instructions);
    }

    private static void Check(List<Instruction> instructions, int lines)
    {
        if (!instructions.OfType<Instruction.Dial>().Any())
            throw new TranscriptException(lines, "'전화' 줄이 없습니다.");
        if (!instructions.Exists(line => line is Instruction.Hears or Instruction.HearsOnly))
            throw new TranscriptException(lines, "'듣기' 줄이 하나도 없습니다: 아무것도 확인하지 않는 기록입니다.");
        if (instructions[^1] is not Instruction.Expect)
            throw new TranscriptException(instructions[^1].Line, "마지막 줄은 '결과'여야 합니다.");
        var dialled = false;
        foreach (var line in instructions)
        {
            dialled |= line is Instruction.Dial;
            if (line is Instruction.Setting && dialled)
                throw new TranscriptException(line.Line, "이 상황은 첫 '전화' 앞에서만 정할 수 있습니다.");
            if (!dialled && NeedsCall(line))
                throw new TranscriptException(line.Line, "아직 전화하지 않았습니다: '전화' 줄이 먼저 있어야 합니다.");
        }
    }

    private static bool NeedsCall(Instruction line) => line
        is Instruction.Press or Instruction.StaySilent or Instruction.Wait or Instruction.Speak or Instruction.HangUp
        or Instruction.Hears or Instruction.HearsOnly or Instruction.HearsNot or Instruction.HearsSound or Instruction.Expect;
}

/// <summary>A golden call cannot be read, or went otherwise than it says.</summary>
public sealed class TranscriptException(int line, string sentence) : Exception($"{line}번째 줄: {sentence}")
{
    public int Line => line;
}

using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Hotline.Sandbox.Network;
using Hotline.Web.Tests.Harness;

namespace Hotline.Web.Tests.GoldenCalls;

/// <summary>Plays a golden call, line by line.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class Performance(LineUnderTest line)
{
    private static readonly TimeSpan WaitingRound = TimeSpan.FromSeconds(20);

    private readonly Surroundings surroundings = new(line);
    private SimulatedCall? current;

    /// <summary>Lines heard before the last thing that was done.</summary>
    private int before;

    /// <summary>Letters that the lines 듣기 have used up since.</summary>
    private int listened;

    private SimulatedCall Call => current!;

    private string Heard => string.Join(' ', Call.Heard.Skip(before).Where(heard => heard.Kind is HeardKind.Said).Select(heard => heard.Text));

    public async Task PlayAsync(Instruction next)
    {
        switch (next)
        {
            case Instruction.Hears hears:
                Hear(hears);
                break;
            case Instruction.HearsOnly only when !string.Equals(Heard, only.Text, StringComparison.Ordinal):
                throw new TranscriptException(next.Line, $"'{only.Text}'만 들려야 합니다.\n{Scene()}");
            case Instruction.HearsNot not when Call.HeardText.Contains(not.Text, StringComparison.Ordinal):
                throw new TranscriptException(next.Line, $"'{not.Text}'이(가) 들렸습니다.\n{Call.HeardText}");
            case Instruction.HearsSound sound when !Call.Heard.Skip(before).Any(heard => heard.Kind == sound.Kind):
                throw new TranscriptException(next.Line, $"그 소리가 나지 않았습니다.\n{Scene()}");
            case Instruction.Expect expect:
                await ExpectAsync(expect);
                break;
            case Instruction.HearsOnly or Instruction.HearsNot or Instruction.HearsSound or Instruction.Setting:
                break;
            default:
                (before, listened) = (current?.Heard.Count ?? 0, 0);
                await DoAsync(next);
                break;
        }
    }

    private Task DoAsync(Instruction next) => next switch
    {
        Instruction.Dial dial => DialAsync(dial),
        Instruction.Wait wait => WaitAsync(wait.Time),
        Instruction.Pass pass => PassAsync(pass.Time),
        Instruction.SetClock or Instruction.Duty or Instruction.Surge or Instruction.Agency or Instruction.OthersWait or Instruction.AnotherHangsUp =>
            surroundings.ChangeAsync(next),
        _ => ActAsync(next),
    };

    private Task ActAsync(Instruction next)
    {
        if (Call.IsOver)
            throw new TranscriptException(next.Line, $"통화가 이미 끝났습니다.\n{Scene()}");
        return next switch
        {
            Instruction.Press press => Call.PressAsync(press.Keys.Contains(Transcript.Reference, StringComparison.Ordinal)
                ? press.Keys.Replace(Transcript.Reference, ReferenceHeard(next.Line), StringComparison.Ordinal)
                : press.Keys),
            Instruction.StaySilent => Call.StaySilentAsync(),
            Instruction.Speak speak => SpeakAsync(speak),
            Instruction.HangUp => Call.HangUpAsync(),
            _ => throw new InvalidOperationException($"Nobody plays lines of kind {next.GetType().Name}."),
        };
    }

    private void Hear(Instruction.Hears hears)
    {
        var at = Heard.IndexOf(hears.Text, listened, StringComparison.Ordinal);
        if (at < 0)
            throw new TranscriptException(hears.Line, $"'{hears.Text}'이(가) 들려야 합니다{(listened > 0 ? " (앞의 '듣기' 다음에)" : "")}.\n{Scene()}");
        listened = at + hears.Text.Length;
    }

    private async Task ExpectAsync(Instruction.Expect expect)
    {
        await line.RunJobsAsync();
        var outcome = new Outcome(line, Call);
        List<string> different = [];
        foreach (var (name, value) in expect.Facts)
        {
            var found = await outcome.OfAsync(name);
            if (!string.Equals(found, value, StringComparison.Ordinal))
                different.Add($"{name}: '{value}'이어야 하는데 '{found}'입니다.");
        }

        if (different.Count > 0)
            throw new TranscriptException(expect.Line, $"{string.Join('\n', different)}\n{Scene()}\n{await line.WorkAsync()}");
    }

    private async Task DialAsync(Instruction.Dial dial)
    {
        current = await line.DialAsync(dial.Kind, dial.Which);
        before = 0;
    }

    private async Task WaitAsync(TimeSpan time)
    {
        for (var waited = TimeSpan.Zero; waited < time; waited += WaitingRound)
        {
            await surroundings.MoveOnAsync(WaitingRound);
        }
    }

    private async Task PassAsync(TimeSpan time)
    {
        const int steps = 10;
        for (var step = 0; step < steps; step++)
        {
            await surroundings.MoveOnAsync(time / steps);
            await line.RunJobsAsync();
        }
    }

    private Task SpeakAsync(Instruction.Speak speak)
    {
        var sound = Sounds.Read(speak.Sound is "무음" ? "silence.wav" : $"espeak-{speak.Sound}.wav");
        if (speak.Words.Length > 0)
            line.World.Speech.Register(sound, speak.Words);
        return speak.EndedBy is { } key ? Call.RecordAsync(sound, key) : Call.RecordAndHangUpAsync(sound);
    }

    /// <summary>As a caller would know it: from what was said, in this call or an earlier one.</summary>
    private string ReferenceHeard(int lineNumber)
    {
        var spoken = line.Network.Calls.Select(call => SpokenReference().Matches(call.HeardText).LastOrDefault()).LastOrDefault(found => found is not null)
            ?? throw new TranscriptException(lineNumber, "아직 접수번호를 들은 적이 없습니다.");
        var digits = string.Concat(spoken.Groups["digits"].Value.Select(said => "공일이삼사오육칠팔구".IndexOf(said, StringComparison.Ordinal)).Where(digit => digit >= 0));
        return digits.Length is 8 ? digits : throw new TranscriptException(lineNumber, $"들은 접수번호가 여덟 자리가 아닙니다: {spoken.Value}");
    }

    private string Scene() => $"들린 말 ({Call.State}):\n{string.Join('\n', Call.Heard.Skip(before).Select(heard => $"  {heard.Kind} {heard.Text}"))}";

    [GeneratedRegex("접수번호는, (?<digits>[공일이삼사오육칠팔구, ]+)[.]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpokenReference();
}

namespace Hotline.Web.Tests.GoldenCalls;

/// <summary>One line of a golden call. <c>README.md</c> beside it explains the words.</summary>
public abstract record Instruction
{
    private Instruction()
    {
    }

    /// <summary>From 1.</summary>
    public int Line { get; init; }

    public sealed record Setting(string Key, string Value) : Instruction;

    public sealed record SetClock(DateTimeOffset To) : Instruction;

    public sealed record Duty(bool Somebody) : Instruction;

    public sealed record Surge(bool On) : Instruction;

    public sealed record Agency(string Digits, string Does) : Instruction;

    public sealed record OthersWait(int Count) : Instruction;

    public sealed record AnotherHangsUp : Instruction;

    public sealed record Dial(Sandbox.Network.CallerKind Kind, int Which) : Instruction;

    /// <param name="Keys">May hold <see cref="Transcript.Reference"/>.</param>
    public sealed record Press(string Keys) : Instruction;

    public sealed record StaySilent : Instruction;

    public sealed record Wait(TimeSpan Time) : Instruction;

    /// <param name="EndedBy">A key, empty for falling silent, null for hanging up.</param>
    public sealed record Speak(string Sound, string Words, string? EndedBy) : Instruction;

    public sealed record HangUp : Instruction;

    public sealed record Pass(TimeSpan Time) : Instruction;

    public sealed record Hears(string Text) : Instruction;

    public sealed record HearsOnly(string Text) : Instruction;

    public sealed record HearsNot(string Text) : Instruction;

    public sealed record HearsSound(Sandbox.Network.HeardKind Kind) : Instruction;

    public sealed record Expect(IReadOnlyList<KeyValuePair<string, string>> Facts) : Instruction
    {
        /// <summary>What can be asked about a call.</summary>
        public static readonly IReadOnlyList<string> Names =
            ["통화", "사례", "연락", "때", "부재", "번호", "동의", "거절", "녹음", "연결", "대기", "긴급도", "말", "언어", "도움"];
    }
}

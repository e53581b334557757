using System.Collections.Immutable;

namespace Hotline.CallFlow.Exploration;

/// <summary>Everything that can happen to a call, by name. Numbers are of the range that is given to nobody.</summary>
internal static class Inputs
{
    public const string Keys = "0123456789*#";
    private const string Keyed = "01000001234";
    private const string E164 = "+821000001234";
    private const string Reference = "47209315";
    private static readonly TimeSpan Spoken = TimeSpan.FromSeconds(20);

    public static readonly ImmutableArray<Input> EachKey = [.. Keys.Select(key => new Input(key.ToString(), new CallerInput.Keyed(key.ToString())) { IsKey = true })];

    public static readonly Input Silence = new("silence", new CallerInput.Silent());

    private static readonly ImmutableArray<Input> Numbers =
    [
        new("a number", new CallerInput.Keyed(Keyed, E164)),
        new("a number after *", new CallerInput.Keyed("12*" + Keyed, E164)),
        new("a wrong number", new CallerInput.Keyed("12345")),
        new("0 after *", new CallerInput.Keyed("12*0")),
        new("8 after *", new CallerInput.Keyed("12*8")),
        new("cleared", new CallerInput.Keyed("12*")),
        new("# alone", new CallerInput.Keyed("")),
        new("a reference", new CallerInput.Keyed(Reference)),
    ];

    private static readonly ImmutableArray<Input> Others =
    [
        Silence,
        new("two taps", new CallerInput.Keyed("55")),
        new("says counselor", new CallerInput.Spoke("상담원 바꿔 주세요")),
        new("says repeat", new CallerInput.Spoke("다시")),
        new("says stop", new CallerInput.Spoke("그만")),
        new("says something", new CallerInput.Spoke("그만하라고 했어요")),
        new("recorded", new CallerInput.Recorded("RE1", Spoken, BrokenOff: false, EndedBy: '#')),
        new("recorded, then 0", new CallerInput.Recorded("RE1", Spoken, BrokenOff: false, EndedBy: '0')),
        new("recorded, then 8", new CallerInput.Recorded("RE1", Spoken, BrokenOff: false, EndedBy: '8')),
        new("recorded, then *", new CallerInput.Recorded("RE1", Spoken, BrokenOff: false, EndedBy: '*')),
        new("recorded without a name", new CallerInput.Recorded(null, Spoken, BrokenOff: false)),
        new("recorded nothing", new CallerInput.Recorded("RE1", TimeSpan.Zero, BrokenOff: false)),
        new("recorded nothing, then 8", new CallerInput.Recorded(null, TimeSpan.Zero, BrokenOff: false, EndedBy: '8')),
        new("recorded nothing, then 0", new CallerInput.Recorded(null, TimeSpan.Zero, BrokenOff: false, EndedBy: '0')),
        new("waited", new CallerInput.Waited()),
        new("left the queue", new CallerInput.LeftQueue(QueueExit.Left)),
        new("served", new CallerInput.LeftQueue(QueueExit.Served)),
        new("queue failed", new CallerInput.LeftQueue(QueueExit.Failed)),
        new("transfer connected", new CallerInput.TransferEnded(Connected: true)),
        new("transfer failed", new CallerInput.TransferEnded(Connected: false)),
        new("callback found", new CallerInput.Answered(new Answer.CallbackFound(Reference, HasMessage: false))),
        new("callback with message found", new CallerInput.Answered(new Answer.CallbackFound(Reference, HasMessage: true))),
        new("callback not found", new CallerInput.Answered(new Answer.CallbackNotFound())),
        new("dialled", new CallerInput.Dialled()),
    ];

    private static readonly ImmutableArray<Input> Endings =
    [
        new("hangs up", new CallerInput.HungUp()),
        new("hangs up while recording", new CallerInput.Recorded("RE1", Spoken, BrokenOff: true)),
        new("hangs up in the queue", new CallerInput.LeftQueue(QueueExit.HungUp)),
    ];

    public static readonly ImmutableArray<Input> All = [.. EachKey, .. Numbers, .. Others, .. Endings];

    /// <summary>What a waiting caller's place may be.</summary>
    public static readonly ImmutableArray<QueueFacts> Places =
    [
        new(0, TimeSpan.FromSeconds(5), null),
        new(3, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2)),
        new(30, TimeSpan.FromSeconds(75), TimeSpan.FromMinutes(40)),
        new(2, TimeSpan.FromSeconds(45), null),
        new(1, TimeSpan.FromMinutes(7), null),
        new(1, TimeSpan.FromMinutes(20), null, LimitReached: true),
    ];
}

/// <summary>Something that happens to a call, and its name.</summary>
internal sealed record Input(string Name, CallerInput What)
{
    /// <summary>A single key, of which the bounds on keys speak.</summary>
    public bool IsKey { get; init; }
}

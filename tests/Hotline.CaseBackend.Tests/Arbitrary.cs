using CsCheck;

namespace Hotline.CaseBackend.Tests;

/// <summary>Any case and any entry that our types allow.</summary>
internal static class Arbitrary
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char["가나다 abc\"\\<>&'\n\t1🙂"[..13]], 1, 40];

    private static readonly Gen<TimeSpan> Seconds = Gen.Double[0, 7200].Select(TimeSpan.FromSeconds);

    private static readonly Gen<DateTimeOffset> Times =
        Gen.Select(Gen.Long[0, 10_000_000], Gen.Int[-12, 14]).Select((ticks, hours) => Samples.Now.AddMilliseconds(ticks).ToOffset(TimeSpan.FromHours(hours)));

    private static readonly Gen<SafeWindow> Windows =
        Gen.Select(Times, Gen.Int[1, 600]).Select((from, minutes) => new SafeWindow(from, from.AddMinutes(minutes)));

    private static readonly Gen<string?> Phones = Gen.OneOf(
        Gen.Const(() => (string?)null), Gen.Int[0, 9999].Select(number => (string?)FormattableString.Invariant($"+82100000{number:D4}")));

    private static readonly Gen<Statement> Statements =
        Gen.Select(AnyOf<StatementState>(), Words, Gen.Double[0, 1].Nullable(), Seconds, Gen.Bool).Select((state, text, confidence, recorded, unfinished) =>
            new Statement(state) { Text = text, Confidence = confidence, Engine = "whisper", Recorded = recorded, Unfinished = unfinished });

    private static readonly Gen<CaseContact> Contacts =
        Gen.Select(Phones, Gen.Bool, AnyOf<IfUnanswered>(), Windows.List[0, 3]).Select((phone, anonymous, unanswered, windows) =>
            new CaseContact(phone, anonymous, unanswered, windows));

    private static readonly Gen<CaseCall?> Calls = Gen.OneOf(
        Gen.Const(() => (CaseCall?)null),
        Gen.Select(Gen.Guid, Seconds, Words.List[0, 3]).Select((id, duration, path) => (CaseCall?)new CaseCall(id, null, duration, path)));

    public static Gen<OpenCase> Cases { get; } =
        Gen.Select(
            Gen.Select(Gen.Int[0, 9_999_999], Times, AnyOf<CaseOrigin>(), AnyOf<ServiceKind>()),
            Gen.Select(AnyOf<CasePriority>(), AnyOf<PrioritySignal>().List[0, 9]),
            Gen.Select(Contacts, Statements, Calls)).Select((door, weight, content) => new OpenCase
            {
                Reference = CaseReference.WithCheckDigit(door.Item1),
                ReceivedAt = door.Item2,
                Origin = door.Item3,
                Service = door.Item4,
                Priority = weight.Item1,
                PrioritySignals = weight.Item2,
                Language = "en-US",
                Contact = content.Item1,
                Statement = content.Item2,
                Call = content.Item3,
            });

    public static Gen<CaseEntry> Entries { get; } =
        Gen.Select(Gen.Select(AnyOf<EntryKind>(), Times, Words), Gen.Select(Statements, AnyOf<CasePriority>(), AnyOf<ContactOutcome>()))
            .Select((head, body) => new CaseEntry(head.Item1, head.Item2)
            {
                By = "staff-1", Text = head.Item3, Statement = body.Item1, Priority = body.Item2, Outcome = body.Item3,
            });

    private static Gen<T> AnyOf<T>() where T : struct, Enum => Gen.Int[0, Enum.GetValues<T>().Length - 1].Select(index => Enum.GetValues<T>()[index]);
}

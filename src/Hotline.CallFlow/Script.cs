using System.Collections.Immutable;
using Hotline.CallFlow.Steps;
using static Hotline.CallFlow.StepName;

namespace Hotline.CallFlow;

/// <summary>
/// Where everything leads: one row for each place. A new menu option is a step, a row here, a prompt and a test.
/// Code walks it, to prove its promises and to draw it.
/// </summary>
public sealed class Script
{
    /// <summary>The exit that key 0 and everything that ends at a person takes.</summary>
    public const string ToCounselor = "counselor";

    /// <summary>The exit that key 8 takes.</summary>
    public const string ToExit = "quick-exit";

    /// <summary>The exit of a place from which our counselors cannot be reached: for a caller to whom keys are no help.</summary>
    public const string GivenUp = "given-up";

    /// <summary>The exit that key 9 takes from English.</summary>
    public const string OtherLanguages = "other-languages";

    /// <summary>The 24-hour line that every dead end leads to.</summary>
    public const string W1366 = "w1366";

    private readonly Dictionary<StepName, ScriptRow> byName;

    public Script(ImmutableArray<ScriptRow> rows, ImmutableArray<Exit> everywhere) =>
        (Rows, Everywhere, byName) = (rows, everywhere, rows.ToDictionary(row => row.Name));

    public static Script Shipped { get; } = new(ShippedRows(), [new(ToCounselor, Waiting), new(ToExit, StepName.QuickExit)]);

    public ImmutableArray<ScriptRow> Rows { get; }

    /// <summary>The exits that every row has unless it has its own.</summary>
    public ImmutableArray<Exit> Everywhere { get; }

    public ScriptRow this[StepName name] => byName.TryGetValue(name, out var row) ? row : throw new InvalidOperationException($"The script has no row for {name}.");

    public Exit? Find(ScriptRow row, string on) => row.Find(on) ?? Everywhere.FirstOrDefault(exit => string.Equals(exit.On, on, StringComparison.Ordinal));

    private static ImmutableArray<ScriptRow> ShippedRows() =>
    [
        Row(Welcome, "첫 인사", 1, new WelcomeStep(), null, [.. MainOptions, new("closed", Closed)]),
        Row(MainMenu, "주 메뉴", 1, new MainMenuStep(), null, [.. MainOptions, new("closed", Closed)]),
        Row(Closed, "상담 시간 아님", 1, new ClosedStep(), null,
            new("open", MainMenu), To1366("1"), new("2", CallbackConsent), new("3", ManageReference), new(OtherLanguages, OtherLanguage), To1366(GivenUp)),
        Row(OtherLanguage, "다른 언어", 2, new OtherLanguageStep(), MainMenu, new("1", Transfer) { Agency = "danuri" }, new("2", Waiting)),
        Row(Help, "버튼 사용법", 2, new MenuStep("menu.help"), MainMenu),

        Row(Urgent, "긴급", 2, new UrgentStep(), MainMenu,
            new("police", Police) { Raises = Urgency.U0, Signal = "physical-danger" }, new("crisis", InfoCrisis) { Raises = Urgency.U0, Signal = "self-harm" },
            new("waits", Waiting), To1366("outside"), new("callback", CallbackConsent), To1366(GivenUp)),
        Row(Police, "112 안내", 3, new PoliceStep(), Urgent, new Exit("waits", Waiting)),

        Row(Deletion, "삭제 지원", 2, new MenuStep("menu.deletion"), MainMenu, new("1", Waiting), new("2", DeletionExisting)),
        Row(DeletionExisting, "이미 접수함", 3, new MenuStep("menu.deletion.existing"), Deletion, new("1", Waiting), new("2", ManageReference)),

        Row(Information, "기관 안내", 2, new MenuStep("menu.info"), MainMenu,
            new("1", InfoPolice) { Service = Service.InvestigationSupport }, new("2", InfoLegal) { Service = Service.LegalSupport },
            new("3", InfoMedical) { Service = Service.MedicalSupport }, new("4", InfoReview) { Service = Service.DeletionSupport }, new("5", InfoYouth)),
        Row(InfoPolice, "경찰 안내", 3, new AgencyInfoStep("info.police", "police-cyber"), Information),
        Row(InfoLegal, "법률 안내", 3, new AgencyInfoStep("info.legal", "legal"), Information, new Exit("1", Transfer)),
        Row(InfoMedical, "의료·심리 안내", 3, new CrisisInfoStep("info.medical", "info.crisis"), Information, new Exit("1", Transfer)),
        Row(InfoReview, "심의 안내", 3, new AgencyInfoStep("info.review", "kcsc"), Information, new Exit("1", Transfer)),
        Row(InfoYouth, "청소년 안내", 3, new AgencyInfoStep("info.youth", "youth", "school"), Information, new("1", Transfer), new("2", Transfer)),
        Row(InfoCrisis, "마음이 힘들 때", 3, new CrisisInfoStep("info.crisis"), Urgent, new Exit("1", Transfer)),

        Row(Transfer, "기관 연결", 1, new TransferStep(), MainMenu, new("connected", Farewell), new("failed", TransferFailed), new("unreachable", TransferFailed)),
        Row(TransferFailed, "연결 실패", 3, new TransferFailedStep(), MainMenu, new("1", Transfer), new("2", CallbackConsent)),

        Row(Waiting, "대기", 1, new WaitingStep(), null, new("closed", Closed), new("nobody", NobodyFree), new("3", CallbackConsent), new("too-long", NobodyFree)),
        Row(NobodyFree, "상담원 없음", 1, new NobodyFreeStep(), MainMenu,
            new("closed", Closed), To1366("1"), new("2", CallbackConsent), new("waits", Waiting), To1366(GivenUp)),

        Row(CallbackConsent, "번호 보관 동의", 2, new CallbackConsentStep(), MainMenu,
            new("registered", CallbackConfirmed), new("agreed", CallbackNumber), new("refused", Waiting), To1366("outside")),
        Row(CallbackNumber, "연락 번호", 2, new CallbackNumberStep(), CallbackConsent,
            new("managing", ManageMenu), new("unknown", CallbackNoCallerId), new("1", CallbackWindow), new("2", CallbackEnterNumber), new("3", MainMenu)),
        Row(CallbackNoCallerId, "번호 표시 없음", 2, new CallbackNoCallerIdStep(), CallbackConsent, new("1", CallbackEnterNumber), new("waits", Waiting), To1366("outside")),
        Row(CallbackEnterNumber, "번호 입력", 2, new CallbackEnterNumberStep(), CallbackNumber, new("entered", CallbackConfirmEntered), To1366(GivenUp)),
        Row(CallbackConfirmEntered, "입력 번호 확인", 2, new CallbackConfirmEnteredStep(), CallbackEnterNumber, new("1", CallbackWindow), new("2", CallbackEnterNumber)),
        Row(CallbackWindow, "안전한 시간", 2, new CallbackWindowStep(), CallbackNumber, new("chosen", CallbackConfirmWindow), new("5", CallbackDay)),
        Row(CallbackDay, "다른 날", 2, new CallbackDayStep(), CallbackWindow, new Exit("picked", CallbackDayPart)),
        Row(CallbackDayPart, "시간대", 2, new CallbackDayPartStep(), CallbackDay, new Exit("chosen", CallbackConfirmWindow)),
        Row(CallbackConfirmWindow, "시간 확인", 2, new CallbackConfirmWindowStep(), CallbackWindow,
            new("confirmed", CallbackMessagePermission), new("moved", Farewell), new("2", CallbackWindow)),
        Row(CallbackMessagePermission, "부재 시", 2, new CallbackMessagePermissionStep(), CallbackConfirmWindow, new Exit("agreed", CallbackConfirmed)),
        Row(CallbackConfirmed, "접수 완료", 2, new CallbackConfirmedStep(), null, new("1", MessageConsent), new("2", Farewell)),
        Row(MessageOffer, "말씀 남기기", 2, new MessageOfferStep(), CallbackConfirmed, new("1", MessageConsent), new("2", Farewell)),
        Row(MessageConsent, "녹음 동의", 2, new MessageConsentStep(), CallbackConfirmed, new("agreed", MessageRecord), new("refused", Farewell)),
        Row(MessageRecord, "녹음", 2, new MessageRecordStep(), null,
            new("recorded", MessageReview), new("nothing", MessageOffer), new("again", MessageRecord)),
        Row(MessageReview, "녹음 확인", 2, new MessageReviewStep(), null, new("2", MessageRecord), new("3", Farewell), new("4", Farewell)),

        Row(ManageReference, "접수번호 입력", 2, new ManageReferenceStep(), MainMenu, new("found", ManageMenu), To1366(GivenUp)),
        Row(ManageMenu, "요청 관리", 3, new ManageMenuStep(), MainMenu, new("1", CallbackWindow), new("2", ManageCancelConfirm), new("3", ManageDeleteConfirm)),
        Row(ManageCancelConfirm, "취소 확인", 3, new ManageCancelConfirmStep(), ManageMenu, new("1", Farewell), new("2", ManageMenu)),
        Row(ManageDeleteConfirm, "삭제 확인", 3, new ManageDeleteConfirmStep(), ManageMenu, new("1", Farewell), new("2", ManageMenu)),

        Row(TechnicalTrouble, "기술 문제", 1, new TechnicalTroubleStep(), null, To1366("1"), new("2", MainMenu), To1366(GivenUp)),
        Row(Farewell, "맺음말", 1, new FarewellStep(), null),
        Row(StepName.QuickExit, "바로 끊기", 1, new QuickExitStep(), null),
    ];

    private static ImmutableArray<Exit> MainOptions =>
    [
        new("1", Urgent) { Raises = Urgency.U1, Signal = "caller-marked-urgent" },
        new("2", Deletion) { Service = Service.DeletionSupport },
        new("3", CallbackConsent),
        new("4", Information),
        new("5", Help),
        new(OtherLanguages, OtherLanguage),
    ];

    private static Exit To1366(string on) => new(on, Transfer) { Agency = W1366 };

    private static ScriptRow Row(StepName name, string title, int level, Step step, StepName? back, params ImmutableArray<Exit> exits) =>
        new(name, title, level, step, back, exits);
}

using System.Text.Json;
using Hotline.Sandbox.Cases;

namespace Hotline.CaseBackend.Tests;

/// <summary>Documents that tests share, and the contract that judges them.</summary>
internal static class Samples
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    public static readonly DateTimeOffset Now = new(2026, 11, 24, 19, 5, 0, Seoul);

    public static ContractSchema Contract { get; } = LoadContract();

    public static OpenCase Callback() => new()
    {
        Reference = CaseReference.WithCheckDigit(1234567),
        ReceivedAt = Now,
        Origin = CaseOrigin.CallbackRequest,
        Service = ServiceKind.DeletionSupport,
        Priority = CasePriority.Urgent,
        PrioritySignals = [PrioritySignal.SelfHarm, PrioritySignal.Blackmail],
        Language = "ko-KR",
        Contact = new("+821000001234", Anonymous: true, IfUnanswered.LeaveNothing, [new(Now.AddHours(1), Now.AddHours(3))]),
        Statement = new(StatementState.Transcribed) { Text = "영상을 지우고 싶어요.", Confidence = 0.91, Engine = "azure-speech", Recorded = TimeSpan.FromSeconds(12.4) },
        Call = new(new("0f2d3a3c-59e4-4a55-9b2a-0d2d6c2a9f11"), "staff-7", TimeSpan.FromSeconds(95), ["menu.main", "callback"]),
    };

    public static IReadOnlyList<string> Wrongs(string schema, CaseDocument document)
    {
        using var json = JsonDocument.Parse(document.Bytes);
        return Contract.Check(schema, json.RootElement);
    }

    private static ContractSchema LoadContract()
    {
        using var yaml = new StreamReader(typeof(Samples).Assembly.GetManifestResourceStream("case-backend.openapi.yaml")!);
        return ContractSchema.Load(yaml);
    }
}

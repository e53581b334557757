using Hotline.CaseBackend;
using Hotline.Sandbox.Faults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Sandbox.Tests.Cases;

/// <summary>The hotline's real client against the simulated backend: each checks the other.</summary>
public sealed class SimulatedCaseBackendTests : IAsyncLifetime
{
    private const string Key = "0f2d3a3c-callback";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));
    private SandboxServer sandbox = null!;
    private ServiceProvider services = null!;

    private ICaseBackend Client => services.GetRequiredService<ICaseBackend>();

    [Fact]
    public async Task One_key_opens_one_case_and_another_body_under_it_is_refused()
    {
        var document = Document(1);

        var opened = Assert.IsType<CaseOutcome.Opened>(await Client.OpenAsync(Key, document, default));
        var replayed = Assert.IsType<CaseOutcome.Opened>(await Client.OpenAsync(Key, document, default));
        var refused = Assert.IsType<CaseOutcome.Refused>(await Client.OpenAsync(Key, Document(2), default));

        Assert.Equal((false, true, opened.CaseId, 409), (opened.IsReplay, replayed.IsReplay, replayed.CaseId, refused.Status));
        var found = Assert.Single(sandbox.Cases.Cases);
        Assert.Equal("urgent", found.Document.GetProperty("priority").GetString());
        Assert.Equal(new CaseLookup.Found(opened.CaseId, opened.Reference, CaseState.Received, sandbox.Cases.Cases[0].UpdatedAt), await Client.FindByReferenceAsync(opened.Reference, default));
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_learned_by_the_retry_and_no_second_case_exists()
    {
        sandbox.Faults.Next(FaultPoint.Cases, new Fault.LoseAnswer(), "POST /cases/v1/cases");

        var outcome = await Client.OpenAsync(Key, Document(1), default);

        Assert.True(Assert.IsType<CaseOutcome.Opened>(outcome).IsReplay);
        Assert.Single(sandbox.Cases.Cases);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_learned_by_the_retry_as_well()
    {
        sandbox.Faults.Next(FaultPoint.Cases, new Fault.Truncate());

        Assert.True(Assert.IsType<CaseOutcome.Opened>(await Client.OpenAsync(Key, Document(1), default)).IsReplay);
    }

    [Fact]
    public async Task A_backend_that_is_busy_says_when_to_come_back()
    {
        sandbox.Faults.Next(FaultPoint.Cases, new Fault.Answer(429, TimeSpan.FromMinutes(1)));

        Assert.Equal(new CaseOutcome.Unreachable(TimeSpan.FromMinutes(1)), await Client.OpenAsync(Key, Document(1), default));
    }

    [Fact]
    public async Task What_breaks_the_contract_is_refused()
    {
        Assert.Equal(422, Assert.IsType<CaseOutcome.Refused>(await Client.OpenAsync(Key, "{}"u8.ToArray(), default)).Status);
        Assert.Equal(422, Assert.IsType<CaseOutcome.Refused>(await Client.OpenAsync("short", Document(1), default)).Status);
        Assert.Equal(422, Assert.IsType<CaseOutcome.Refused>(await Client.OpenAsync(Key, "{"u8.ToArray(), default)).Status);
        Assert.Empty(sandbox.Cases.Cases);
    }

    [Fact]
    public async Task Entries_are_kept_once_per_key_and_only_for_a_case_that_exists()
    {
        var opened = (CaseOutcome.Opened)await Client.OpenAsync(Key, Document(1), default);
        var entry = CaseDocument.Write(new CaseEntry(EntryKind.ContactAttempt, Now) { Outcome = ContactOutcome.NoAnswer }).Bytes;

        Assert.Equal(new EntryOutcome.Appended(IsReplay: false), await Client.AppendAsync(opened.CaseId, "attempt-1", entry, default));
        Assert.Equal(new EntryOutcome.Appended(IsReplay: true), await Client.AppendAsync(opened.CaseId, "attempt-1", entry, default));
        Assert.Equal(404, Assert.IsType<EntryOutcome.Refused>(await Client.AppendAsync("C-9", "attempt-2", entry, default)).Status);

        Assert.Equal("no-answer", Assert.Single(sandbox.Cases.Cases[0].Entries).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_wrong_key_is_unauthorized()
    {
        await using var others = Connect("another-key");

        Assert.IsType<CaseOutcome.Unauthorized>(await others.GetRequiredService<ICaseBackend>().OpenAsync(Key, Document(1), default));
    }

    public async Task InitializeAsync()
    {
        var time = new FakeTimeProvider(Now) { AutoAdvanceAmount = TimeSpan.Zero };
        sandbox = await SandboxServer.StartAsync(new() { Seed = 1 }, time);
        services = Connect("sandbox-case-key");
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    private ServiceProvider Connect(string apiKey) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddLogging()
        .AddCaseBackend(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CaseBackend:BaseUrl"] = new Uri(sandbox.BaseUrl, SandboxPaths.Cases).AbsoluteUri,
            ["CaseBackend:ApiKey"] = apiKey,
        }).Build())
        .BuildServiceProvider();

    private static ReadOnlyMemory<byte> Document(int number) => CaseDocument.Write(new OpenCase
    {
        Reference = CaseReference.WithCheckDigit(number),
        ReceivedAt = Now,
        Origin = CaseOrigin.CallbackRequest,
        Service = ServiceKind.NotStated,
        Priority = CasePriority.Urgent,
        Language = "ko-KR",
        Contact = new("+821000001234", Anonymous: true, IfUnanswered.LeaveNothing, []),
        Statement = new(StatementState.None),
    }).Bytes;
}

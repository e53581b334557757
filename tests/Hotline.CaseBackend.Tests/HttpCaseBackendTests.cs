using System.Text;

namespace Hotline.CaseBackend.Tests;

public sealed class HttpCaseBackendTests : IDisposable
{
    private const string Key = "call-0f2d3a3c:callback";
    private const string Case = """{"caseId":"c-1","reference":"12345674","state":"in-progress","updatedAt":"2026-11-24T19:05:01+09:00","new":1}""";

    private readonly StubBackend backend = new();
    private readonly CaseDocument document = CaseDocument.Write(Samples.Callback());

    [Fact]
    public async Task Opening_sends_the_stored_bytes_with_key_and_token_and_tells_a_new_case_from_a_replay()
    {
        backend.Answer(201, Case).Answer(200, Case);

        Assert.Equal(new CaseOutcome.Opened("c-1", "12345674", IsReplay: false), await OpenAsync());
        Assert.Equal(new CaseOutcome.Opened("c-1", "12345674", IsReplay: true), await OpenAsync());

        var request = backend.Requests[0];
        Assert.Equal((HttpMethod.Post, "https://cases.example.go.kr/api/v1/cases", Key, "Bearer secret-key", "application/json"),
            (request.Method, request.Url, request.Key, request.Authorization, request.ContentType));
        Assert.Equal(Encoding.UTF8.GetString(document.Bytes.Span), request.Body);
        Assert.Equal(request, backend.Requests[1]);
    }

    [Theory]
    [InlineData(400), InlineData(404), InlineData(405), InlineData(409), InlineData(413), InlineData(415), InlineData(422), InlineData(302)]
    public async Task A_permanent_refusal_is_told_once_with_its_title_and_never_its_detail(int status)
    {
        backend.Answer(status, """{"title":"The key was used with another body.","status":1,"detail":"+821000001234"}""");

        Assert.Equal(new CaseOutcome.Refused(status, "The key was used with another body."), await OpenAsync());
        Assert.Single(backend.Requests);
    }

    [Theory]
    [InlineData("<html>gateway</html>"), InlineData(""), InlineData("""{"title":7}"""), InlineData("[]"), InlineData("""{"title":"x""")]
    public async Task A_refusal_without_a_readable_problem_is_a_refusal_all_the_same(string body)
    {
        backend.Answer(422, body);

        Assert.Equal(new CaseOutcome.Refused(422, "The case backend gave no reason."), await OpenAsync());
    }

    [Theory]
    [InlineData(401), InlineData(403)]
    public async Task A_key_that_is_not_accepted_is_not_tried_again(int status)
    {
        backend.Answer(status);

        Assert.IsType<CaseOutcome.Unauthorized>(await OpenAsync());
        Assert.Single(backend.Requests);
    }

    [Theory]
    [InlineData(408), InlineData(429), InlineData(500), InlineData(502), InlineData(503), InlineData(504)]
    public async Task A_busy_backend_is_asked_three_times_and_then_left_to_the_follow_up(int status)
    {
        backend.Answer(status).Answer(status).Answer(status);

        Assert.Equal(new CaseOutcome.Unreachable(null), await OpenAsync());
        Assert.Equal(3, backend.Requests.Count);
    }

    [Fact]
    public async Task A_short_Retry_After_is_waited_for()
    {
        backend.Answer(429, retryAfter: "4").Answer(201, Case);

        Assert.IsType<CaseOutcome.Opened>(await OpenAsync());
        Assert.True(backend.Time.GetUtcNow() - Samples.Now >= TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData("120"), InlineData("Tue, 24 Nov 2026 10:07:00 GMT")]
    public async Task A_long_Retry_After_is_handed_on_instead_of_slept_through(string retryAfter)
    {
        backend.Answer(503, retryAfter: retryAfter);

        Assert.Equal(new CaseOutcome.Unreachable(TimeSpan.FromMinutes(2)), await OpenAsync());
        Assert.Single(backend.Requests);
    }

    [Fact]
    public async Task A_broken_connection_is_repeated_with_the_same_key_and_bytes()
    {
        backend.Break().Break().Answer(200, Case);

        Assert.Equal(new CaseOutcome.Opened("c-1", "12345674", IsReplay: true), await OpenAsync());
        Assert.Single(backend.Requests.Distinct());
    }

    [Theory]
    [InlineData("""{"caseId":"c-1","refer"""), InlineData(""), InlineData("{}"), InlineData("""{"caseId":"c-1","reference":"12345675"}""")]
    public async Task A_success_that_cannot_be_read_is_learned_by_asking_again(string truncated)
    {
        backend.Answer(201, truncated).Answer(200, Case);

        Assert.Equal(new CaseOutcome.Opened("c-1", "12345674", IsReplay: true), await OpenAsync());
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        var endless = Case[..^1] + ",\"more\":\"" + new string('x', 10_000_000) + "\"}";
        backend.Answer(201, endless).Answer(201, endless).Answer(201, endless);

        Assert.Equal(new CaseOutcome.Unreachable(null), await OpenAsync());
    }

    [Fact]
    public async Task A_backend_that_hangs_is_given_up_after_three_bounded_attempts()
    {
        backend.Hang().HangInsideTheBody().Hang();

        Assert.Equal(new CaseOutcome.Unreachable(null), await OpenAsync());
        Assert.True(backend.Time.GetUtcNow() - Samples.Now >= TimeSpan.FromSeconds(30));
        Assert.Equal(3, backend.Requests.Count);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so_and_not_that_the_backend_is_away()
    {
        using var giveUp = new CancellationTokenSource();
        backend.Hang();
        var pending = backend.Client.OpenAsync(Key, document.Bytes, giveUp.Token);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    [Fact]
    public async Task Entries_are_appended_once_per_key_and_need_no_readable_answer()
    {
        backend.Answer(201).Answer(200).Answer(404, """{"title":"No such case."}""").Answer(401);

        Assert.Equal(new EntryOutcome.Appended(IsReplay: false), await AppendAsync());
        Assert.Equal(new EntryOutcome.Appended(IsReplay: true), await AppendAsync());
        Assert.Equal(new EntryOutcome.Refused(404, "No such case."), await AppendAsync());
        Assert.Equal(new EntryOutcome.Unauthorized(), await AppendAsync());
        Assert.All(backend.Requests, request => Assert.Equal("https://cases.example.go.kr/api/v1/cases/c%2F1/entries", request.Url));
    }

    [Fact]
    public async Task A_case_is_found_by_its_id_and_by_its_reference()
    {
        backend.Answer(200, Case).Answer(200, Case.Replace("in-progress", "archived", StringComparison.Ordinal)).Answer(404);
        var found = new CaseLookup.Found("c-1", "12345674", CaseState.InProgress, Samples.Now.AddSeconds(1));

        Assert.Equal(found, await backend.Client.GetAsync("c-1", default));
        Assert.Equal(found with { State = null }, await backend.Client.FindByReferenceAsync("12345674", default));
        Assert.IsType<CaseLookup.NotFound>(await backend.Client.FindByReferenceAsync("12345674", default));
        Assert.Equal("https://cases.example.go.kr/api/v1/case-references/12345674", backend.Requests[1].Url);
    }

    [Theory]
    [InlineData("12345675"), InlineData("1234567"), InlineData("../../v1"), InlineData("")]
    public async Task A_reference_with_a_wrong_check_digit_is_not_asked_for(string reference)
    {
        Assert.IsType<CaseLookup.NotFound>(await backend.Client.FindByReferenceAsync(reference, default));
        Assert.Empty(backend.Requests);
    }

    [Fact]
    public async Task Nothing_personal_and_no_key_is_ever_logged()
    {
        backend.Answer(503).Break().Answer(422, """{"title":"No","detail":"영상을 지우고 싶어요. +821000001234"}""");

        await OpenAsync();
        backend.Answer(200, Case);
        await backend.Client.FindByReferenceAsync("12345674", default);

        var log = string.Join('\n', backend.Log.Lines);
        Assert.Contains("could not open case: status 422", log, StringComparison.Ordinal);
        Assert.All(["00001234", "영상", "12345674", "secret-key"], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    public void Dispose() => backend.Dispose();

    private Task<CaseOutcome> OpenAsync() => backend.WhileTimePasses(backend.Client.OpenAsync(Key, document.Bytes, default));

    private Task<EntryOutcome> AppendAsync() => backend.WhileTimePasses(
        backend.Client.AppendAsync("c/1", Key, CaseDocument.Write(new CaseEntry(EntryKind.CounselorNote, Samples.Now)).Bytes, default));
}

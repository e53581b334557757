using System.Text;
using CsCheck;

namespace Hotline.CaseBackend.Tests;

public sealed class CaseDocumentTests
{
    [Fact]
    public void A_full_callback_request_is_written_exactly_like_this()
    {
        var written = Encoding.UTF8.GetString(CaseDocument.Write(Samples.Callback()).Bytes.Span);

        Assert.Equal("""
            {"channel":"hotline","origin":"callback-request","reference":"12345674","receivedAt":"2026-11-24T19:05:00+09:00","service":"deletion-support","priority":"urgent","prioritySignals":["self-harm","blackmail"],"language":"ko-KR","contact":{"anonymous":true,"phone":"\u002B821000001234","ifUnanswered":"leave-nothing","safeWindows":[{"from":"2026-11-24T20:05:00+09:00","to":"2026-11-24T22:05:00+09:00"}]},"statement":{"state":"transcribed","text":"영상을 지우고 싶어요.","confidence":0.91,"engine":"azure-speech","recordedSeconds":12,"unfinished":false},"call":{"callId":"0f2d3a3c-59e4-4a55-9b2a-0d2d6c2a9f11","answeredBy":"staff-7","durationSeconds":95,"menuPath":["menu.main","callback"]}}
            """, written);
    }

    [Fact]
    public void The_same_request_always_gives_the_same_bytes_even_when_its_signals_arrive_in_another_order()
    {
        var once = CaseDocument.Write(Samples.Callback());
        var again = CaseDocument.Write(Samples.Callback() with { PrioritySignals = [PrioritySignal.Blackmail, PrioritySignal.SelfHarm, PrioritySignal.Blackmail] });

        Assert.True(once.Bytes.Span.SequenceEqual(again.Bytes.Span));
    }

    [Fact]
    public void Every_case_that_can_be_written_follows_the_contract() =>
        Arbitrary.Cases.Sample(openCase => Assert.Empty(Samples.Wrongs("OpenCase", CaseDocument.Write(openCase))), iter: 500);

    [Fact]
    public void Every_entry_that_can_be_written_follows_the_contract() =>
        Arbitrary.Entries.Sample(entry => Assert.Empty(Samples.Wrongs("Entry", CaseDocument.Write(entry))), iter: 500);

    [Fact]
    public void The_contract_checker_does_find_what_is_wrong()
    {
        var wrongs = Samples.Wrongs("OpenCase", new(Encoding.UTF8.GetBytes(
            """{"channel":"fax","reference":"1234","receivedAt":"2026-11-24T19:05:00","service":"counseling","priority":"urgent","language":"ko-KR","contact":{"anonymous":"yes","name":"x"},"statement":{"state":"none","confidence":2}}""")));

        Assert.Equal(
            ["/channel", "/contact/anonymous", "/contact/name", "/receivedAt", "/reference", "/statement/confidence"],
            wrongs.Select(wrong => wrong.Split(' ')[0]).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("01000001234")]
    [InlineData("+8201000001234567")]
    [InlineData("+82 10 0000 1234")]
    [InlineData("+821000001234\n")]
    public void A_number_that_is_not_E164_is_refused_without_being_repeated(string phone)
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            CaseDocument.Write(Samples.Callback() with { Contact = Samples.Callback().Contact with { Phone = phone } }));

        Assert.Contains("Contact.Phone", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_contract_cannot_hold_is_refused_before_it_becomes_a_document()
    {
        Assert.Throws<ArgumentException>(() => CaseDocument.Write(Samples.Callback() with { Reference = "12345675" }));
        Assert.Throws<ArgumentException>(() => CaseDocument.Write(Samples.Callback() with { Statement = new(StatementState.Transcribed) }));
        Assert.Throws<ArgumentException>(() => CaseDocument.Write(Samples.Callback() with { Statement = new(StatementState.Pending) { Confidence = 1.01 } }));
        Assert.Throws<ArgumentException>(() => CaseDocument.Write(new CaseEntry(EntryKind.Statement, Samples.Now)));
        Assert.Throws<ArgumentException>(() => CaseDocument.Write(new CaseEntry(EntryKind.ContactAttempt, Samples.Now)));
        Assert.Throws<ArgumentException>(() => CaseDocument.Write(new CaseEntry(EntryKind.PriorityRaised, Samples.Now)));
    }

    [Fact]
    public void A_document_shown_as_text_hides_its_content() =>
        Assert.Matches(@"^CaseDocument of \d+ bytes$", CaseDocument.Write(Samples.Callback()).ToString());

    [Fact]
    public void One_wrong_key_never_makes_another_valid_reference() =>
        Gen.Select(Gen.Int[0, 9_999_999], Gen.Int[0, 7], Gen.Int[1, 9]).Sample((number, position, shift) =>
        {
            var reference = CaseReference.WithCheckDigit(number);
            var mistyped = reference.ToCharArray();
            mistyped[position] = (char)('0' + ((mistyped[position] - '0' + shift) % 10));

            Assert.True(CaseReference.IsValid(reference));
            Assert.False(CaseReference.IsValid(new string(mistyped)));
        });
}

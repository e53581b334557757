using CsCheck;
using Hotline.Twilio.Webhooks;

namespace Hotline.Twilio.Tests.Webhooks;

public sealed class WebhookFormTests
{
    [Fact]
    public void Names_differ_by_case_and_nothing_gets_lost()
    {
        var form = WebhookForm.Parse("b=1&B=2&empty=&bare&b=3&%EA%B0%80=+x%2By&&msg=Gather+End");

        Assert.Equal(["1", "3"], form.All("b").ToArray());
        Assert.Equal("2", form["B"]);
        Assert.Equal("", form["empty"]);
        Assert.Equal("", form["bare"]);
        Assert.Equal(" x+y", form["가"]);
        Assert.Equal("Gather End", form["msg"]);
        Assert.Null(form["absent"]);
        Assert.Equal(7, form.Fields.Length);
    }

    [Fact]
    public void What_is_encoded_reads_back_the_same() =>
        Gen.Select(Gen.String[1, 8], Gen.String[0, 20]).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)).Array[0, 10]
            .Where(fields => fields.All(field => !field.Key.Any(char.IsSurrogate) && !field.Value.Any(char.IsSurrogate)))
            .Sample(fields => WebhookForm.Parse(WebhookForm.Of(fields).Encode()).Fields.SequenceEqual(fields));

    [Fact]
    public void A_GET_has_its_fields_in_the_query() =>
        Assert.Equal("상담", WebhookForm.ParseQuery("/voice?SpeechResult=%EC%83%81%EB%8B%B4")["SpeechResult"]);

    [Fact]
    public void A_gather_result_tells_silence_from_a_question_that_was_never_asked()
    {
        var silence = WebhookForm.Parse("Digits=&FinishedOnKey=&CallStatus=in-progress");
        var speech = WebhookForm.Parse("SpeechResult=%EC%83%81%EB%8B%B4&Confidence=0.9128386");

        Assert.Equal(("", CallStatus.InProgress), (silence.Digits, silence.CallStatus));
        Assert.Null(speech.Digits);
        Assert.Equal(("상담", 0.9128386), (speech.SpeechResult, speech.Confidence));
    }

    [Fact]
    public void A_new_word_is_unknown_and_a_missing_one_is_null()
    {
        var form = WebhookForm.Parse("CallStatus=on-the-moon&DialCallStatus=&AnsweredBy=unknown&QueueTime=soon");

        Assert.Equal(CallStatus.Unknown, form.CallStatus);
        Assert.Null(form.DialCallStatus);
        Assert.Equal(AnsweredBy.Unknown, form.AnsweredBy);
        Assert.Null(form.QueueTime);
    }

    [Fact]
    public void A_screened_voicemail_is_completed_and_not_bridged()
    {
        var form = WebhookForm.Parse("DialCallStatus=completed&DialBridged=false&DialCallDuration=7");

        Assert.Equal((DialCallStatus.Completed, false, TimeSpan.FromSeconds(7)), (form.DialCallStatus, form.DialBridged, form.DialCallDuration));
    }

    [Fact]
    public void Callbacks_read_as_what_they_are()
    {
        var recording = WebhookForm.Parse("RecordingSid=RE1&RecordingStatus=absent&RecordingSource=StartCallRecordingAPI&RecordingStartTime=Thu%2C+1+Jun+2017+20%3A36%3A28+%2B0000");
        var conference = WebhookForm.Parse("ConferenceSid=CF1&StatusCallbackEvent=participant-leave&ReasonParticipantLeft=participant_hung_up&ParticipantCallStatus=completed&Muted=false");
        var transcription = WebhookForm.Parse("TranscriptionEvent=transcription-content&Final=true&TranscriptionData=%7B%22transcript%22%3A%22%EC%95%88%EB%85%95%22%7D&Timestamp=2026-01-06T09%3A00%3A00.5Z");
        var machine = WebhookForm.Parse("AnsweredBy=machine_end_beep&MachineDetectionDuration=2300");

        Assert.Equal((RecordingStatus.Absent, RecordingSource.StartCallRecordingApi), (recording.RecordingStatus, recording.RecordingSource));
        Assert.Equal(new DateTimeOffset(2017, 6, 1, 20, 36, 28, TimeSpan.Zero), recording.RecordingStartTime);
        Assert.Equal((ConferenceEvent.ParticipantLeave, ReasonParticipantLeft.ParticipantHungUp, CallStatus.Completed, false), (conference.ConferenceEvent, conference.ReasonParticipantLeft, conference.ParticipantCallStatus, conference.Muted));
        Assert.Equal((TranscriptionEvent.TranscriptionContent, true, "안녕"), (transcription.TranscriptionEvent, transcription.Final, transcription.Transcript));
        Assert.Equal(new DateTimeOffset(2026, 1, 6, 9, 0, 0, 500, TimeSpan.Zero), transcription.Timestamp);
        Assert.True(machine.AnsweredBy?.IsMachine());
        Assert.Equal(TimeSpan.FromMilliseconds(2300), machine.MachineDetectionDuration);
    }

    [Theory]
    [InlineData("CallSid=CA1&SequenceNumber=2&CallStatus=completed", "call/CA1/2")]
    [InlineData("CallSid=CA1&ConferenceSid=CF1&SequenceNumber=2", "conference/CF1/2")]
    [InlineData("CallSid=CA1&RecordingSid=RE1&RecordingStatus=completed", "recording/RE1/completed")]
    [InlineData("CallSid=CA1&TranscriptionSid=GT1&SequenceId=5", "transcription/GT1/5")]
    [InlineData("MessageSid=SM1&MessageStatus=sent", "message/SM1/sent")]
    [InlineData("CallSid=CA1&Digits=1", null)]
    public void A_callback_has_the_key_that_makes_a_repeat_the_same(string body, string? key) =>
        Assert.Equal(key, WebhookForm.Parse(body).EventKey);

    [Fact]
    public void A_transcript_that_cannot_be_read_is_none() =>
        Assert.All(["{", "[]", "{\"transcript\":5}", ""], data => Assert.Null(WebhookForm.Of([new("TranscriptionData", data)]).Transcript));
}

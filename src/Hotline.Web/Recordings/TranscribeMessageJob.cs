using Hotline.Speech;
using Hotline.Web.FollowUps;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>
/// Turns a kept message into a transcript, or into the honest statement that there is none, and raises the urgency by its words.
/// No outcome closes, hides or lowers a request; a case never waits for it longer than configured.
/// </summary>
public sealed class TranscribeMessageJob(
    NpgsqlDataSource database,
    RecordingStore recordings,
    MessageSettling settling,
    CallKeyStore keys,
    Transcriber transcriber,
    UrgencyTriage triage,
    TimeProvider time)
{
    public async Task<FollowUpOutcome> RunAsync(FollowUp work, CancellationToken cancellation)
    {
        var recordingId = Guid.Parse(work.Subject);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await recordings.FindAsync(connection, recordingId) is not { IsGone: false, Statement: StatementStates.Pending or StatementStates.Failed } message
            || await keys.FindAsync(connection, message.CallId) is not { } key
            || await recordings.OpenAudioAsync(connection, recordingId, key) is not { } audio)
        {
            return new FollowUpOutcome.Done();
        }

        await connection.CloseAsync();
        var outcome = await TranscribeAsync(message, audio.Audio, audio.ContentType, cancellation);
        if (outcome is TranscriptOutcome.TryLater later)
        {
            var wait = later.RetryAfter is { } asked ? RetryPlan.Reasonable(asked) : RetryPlan.WaitAfter(work.Attempt);
            if (!RetryPlan.IsOver(work, time.GetUtcNow() + wait))
                return new FollowUpOutcome.Again("No transcription service answered.", wait);
        }

        await settling.SettleAsync(message, key, Settle(outcome), cancellation);
        return outcome switch
        {
            TranscriptOutcome.Transcribed or TranscriptOutcome.NoSpeech or TranscriptOutcome.Off => new FollowUpOutcome.Done(),
            // A wrong key or model: people are told at once to listen, and when it is mended the words still come.
            TranscriptOutcome.Failed => new FollowUpOutcome.Again("Every transcription service refused: check the Transcription settings.", TimeSpan.FromMinutes(15)),
            _ => new FollowUpOutcome.GiveUp("No transcript could be made: a person has to listen."),
        };
    }

    private async Task<TranscriptOutcome> TranscribeAsync(Recording message, byte[] audio, string contentType, CancellationToken cancellation)
    {
        try
        {
            return await transcriber.TranscribeAsync(new Speech.Recording(audio, contentType, TimeSpan.FromSeconds(message.Seconds)), cancellation);
        }
        finally
        {
            Array.Clear(audio);
        }
    }

    private Settled Settle(TranscriptOutcome outcome) => outcome switch
    {
        TranscriptOutcome.Transcribed { Transcript: var transcript } => Settle(transcript),
        TranscriptOutcome.NoSpeech => new Settled(StatementStates.NoSpeech, Severity: nameof(Severity.Review)),
        TranscriptOutcome.Off => new Settled(StatementStates.Off, Severity: nameof(Severity.Review)),
        _ => new Settled(StatementStates.Failed, Severity: nameof(Severity.Review)),
    };

    private Settled Settle(Transcript transcript)
    {
        // A voice without a word is a message that a person must hear, not an empty sentence.
        if (transcript.Text.Length == 0)
            return new Settled(StatementStates.Failed, Engine: transcript.Provider, DoubtList: Names(transcript), Severity: nameof(Severity.Review));
        var assessment = triage.Assess(transcript.Text, transcript.IsDoubtful);
        return new Settled(
            StatementStates.Transcribed,
            transcript.Text,
            transcript.Provider,
            (float?)transcript.Confidence,
            Names(transcript),
            [.. assessment.Signals],
            assessment.Severity.ToString());
    }

    private static string[] Names(Transcript transcript) => [.. transcript.Doubts.Select(d => d.ToString())];
}

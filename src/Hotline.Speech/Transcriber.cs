using Microsoft.Extensions.Logging;

namespace Hotline.Speech;

/// <summary>
/// From a recording to words, or to a clear statement why there are none: looks at the bytes, measures voice, spares silence
/// the way to a provider, asks the providers in order, and doubts what came back.
/// </summary>
public sealed class Transcriber(SpeechProviders providers, VoiceActivityDetector voice, TimeProvider clock, ILogger<Transcriber> log)
{
    private static readonly TimeSpan DurationTolerance = TimeSpan.FromSeconds(1);

    public async Task<TranscriptOutcome> TranscribeAsync(Recording recording, CancellationToken cancellationToken)
    {
        if (providers.InOrder.Count == 0)
        {
            return new TranscriptOutcome.Off();
        }

        var format = AudioFormat.Of(recording);

        if (Refusal(recording, format) is { } refused)
        {
            return refused;
        }

        var heard = format.IsWav ? Listen(recording) : new Listening(Voice: null, recording.ExpectedDuration, Differs: false);

        return WithoutWords(heard) ?? await AskAsync(recording, format, heard, cancellationToken);
    }

    private static TranscriptOutcome.Unusable? Refusal(Recording recording, AudioFormat format) => recording.Audio.Length switch
    {
        0 => new TranscriptOutcome.Unusable("The recording is empty."),
        > WavReader.MostBytes => new TranscriptOutcome.Unusable("The recording is larger than 10 MB."),
        _ => format.IsAudio ? null : new TranscriptOutcome.Unusable("The recording is no audio; it looks like a text or an error page."),
    };

    private Listening Listen(Recording recording)
    {
        if (WavReader.Read(recording.Audio.Span) is not WavReading.Sound { Samples: var sound })
        {
            return new Listening(Voice: null, recording.ExpectedDuration, Differs: false);
        }

        using (sound)
        {
            var differs = recording.ExpectedDuration is { } expected && (expected - sound.Duration).Duration() > DurationTolerance;

            return new Listening(MeasureVoice(sound), sound.Duration, differs);
        }
    }

    // Any fault here means only that nothing is known about voice. Assuming silence could lose a call for help.
    private VoiceActivity? MeasureVoice(SampledSound sound)
    {
        var started = clock.GetTimestamp();

        try
        {
            var activity = voice.Measure(sound);
            log.LogInformation("Voice activity: {Speech} s of {Audio} s, measured in {Elapsed} ms",
                activity.SpeechDuration.TotalSeconds, sound.Duration.TotalSeconds, (int)clock.GetElapsedTime(started).TotalMilliseconds);
            return activity;
        }
#pragma warning disable CA1031 // The native runtime throws types of its own; whichever it is, the recording is transcribed without a measure.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "Voice activity could not be measured; the recording is transcribed without it");
            return null;
        }
    }

    private static TranscriptOutcome? WithoutWords(Listening heard) => heard switch
    {
        // Silence in a part says nothing about the part that is missing.
        { Voice.IsSilent: true, Differs: true } => new TranscriptOutcome.Unusable("The recording is silent, but not as long as the carrier announced; part of it may be missing."),
        { Voice.IsSilent: true, AudioDuration: { } duration } => new TranscriptOutcome.NoSpeech(duration),
        _ => null,
    };

    private async Task<TranscriptOutcome> AskAsync(Recording recording, AudioFormat format, Listening heard, CancellationToken cancellationToken)
    {
        var request = new SttRequest(recording.Audio, format.ContentType!, format.FileName, heard.AudioDuration ?? TimeSpan.Zero, RecognitionPhrases.All);
        var faults = new List<SttException>();

        foreach (var provider in providers.InOrder)
        {
            try
            {
                return OutcomeOf(await provider.TranscribeAsync(request, cancellationToken), heard);
            }
            catch (SttException fault)
            {
                faults.Add(fault);
            }
        }

        return OutcomeOf(faults);
    }

    private static TranscriptOutcome OutcomeOf(SttResult result, Listening heard)
    {
        var duration = heard.AudioDuration ?? result.AudioDuration;

        // With hardly any voice, a text that consists of invented sentences is silence, and must not stand in a case as words.
        if (heard.Voice is { HasLittleSpeech: true } && (result.Empty || PhantomPhrases.AreAllOf(result.Text)))
        {
            return new TranscriptOutcome.NoSpeech(duration);
        }

        return new TranscriptOutcome.Transcribed(new Transcript(
            result.Text,
            result.Provider,
            result.MinConfidence,
            heard.Voice?.SpeechDuration,
            duration,
            TranscriptDoubts.Of(result, heard.Voice, duration, heard.Differs)));
    }

    private static TranscriptOutcome OutcomeOf(List<SttException> faults)
    {
        if (faults.Exists(fault => fault.Retryable))
        {
            return new TranscriptOutcome.TryLater(faults.Where(fault => fault.Retryable).Min(fault => fault.RetryAfter));
        }

        return faults.TrueForAll(fault => fault.Kind == SttErrorKind.UnsupportedAudio)
            ? new TranscriptOutcome.Unusable("No provider could decode the recording.")
            : new TranscriptOutcome.Failed(string.Join(" ", faults.Select(fault => fault.Message)));
    }

    private sealed record Listening(VoiceActivity? Voice, TimeSpan? AudioDuration, bool Differs);
}

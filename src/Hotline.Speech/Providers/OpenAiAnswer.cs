using System.Text.Json;

namespace Hotline.Speech;

/// <summary>
/// <c>verbose_json</c> of OpenAI-like servers; only <c>text</c> is sure to be there. Confidence is exp(avg_logprob), not a
/// calibrated probability; whisper.cpp divides by the number of tokens and sends null when there were none.
/// </summary>
internal static class OpenAiAnswer
{
    public static SttResult Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var answer = new AnswerFields(document.RootElement);
        var text = answer.Text("text") ?? throw new FormatException("text is missing.");
        var segments = answer.Optional("segments")?.Items().Select(Segment).ToList() ?? [];

        return new SttResult(OpenAiTranscription.ProviderName, text.Trim(), answer.Seconds("duration"), segments, SegmentConfidence.Lowest(segments));
    }

    private static SttSegment Segment(AnswerFields segment)
    {
        var start = segment.Seconds("start");
        var end = segment.Seconds("end");

        return new SttSegment(
            start,
            end > start ? end - start : TimeSpan.Zero,
            (segment.Text("text") ?? "").Trim(),
            segment.Number("avg_logprob") is { } logarithm ? Math.Clamp(Math.Exp(logarithm), 0, 1) : null,
            segment.Number("no_speech_prob"));
    }
}

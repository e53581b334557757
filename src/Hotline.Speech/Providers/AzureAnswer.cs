using System.Text.Json;

namespace Hotline.Speech;

/// <summary>
/// The answer of Azure fast transcription. An older example of the contract writes <c>duration</c> and <c>offset</c> without
/// the unit, so both names are read.
/// </summary>
internal static class AzureAnswer
{
    public static SttResult Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var answer = new AnswerFields(document.RootElement);
        var segments = answer.Require("phrases").Items().Select(Segment).ToList();
        var text = string.Join(' ', answer.Require("combinedPhrases").Items().Select(phrase => phrase.Text("text")?.Trim()).Where(part => !string.IsNullOrEmpty(part)));

        return new SttResult(
            AzureFastTranscription.ProviderName,
            text,
            answer.Milliseconds("durationMilliseconds", "duration"),
            segments,
            SegmentConfidence.Lowest(segments));
    }

    private static SttSegment Segment(AnswerFields phrase) => new(
        phrase.Milliseconds("offsetMilliseconds", "offset"),
        phrase.Milliseconds("durationMilliseconds", "duration"),
        phrase.Text("text") ?? "",
        phrase.Number("confidence") is { } confidence ? Math.Clamp(confidence, 0, 1) : null,
        NoSpeechProbability: null);
}

namespace Hotline.Speech;

/// <summary>Measures a provider on recordings whose words are known, before it is trusted with callers.</summary>
public static class SttEvaluation
{
    /// <param name="manifestPath">Tab-separated: audio file relative to the manifest, words spoken. <c>#</c> starts a comment line.</param>
    /// <exception cref="InvalidDataException">The manifest is no such list, or names a file that is not there.</exception>
    public static async Task<SttReport> RunAsync(string manifestPath, ISpeechToText provider, UrgencyLexicon lexicon, TimeProvider clock, CancellationToken cancellationToken)
    {
        var lines = new List<SttReportLine>();

        foreach (var (file, reference) in await ReadManifestAsync(manifestPath, cancellationToken))
        {
            lines.Add(await MeasureAsync(file, reference, provider, lexicon, clock, cancellationToken));
        }

        return new SttReport(provider.Name, lexicon.Version, lines);
    }

    private static async Task<SttReportLine> MeasureAsync(string file, string reference, ISpeechToText provider, UrgencyLexicon lexicon, TimeProvider clock, CancellationToken cancellationToken)
    {
        var recording = new Recording(await File.ReadAllBytesAsync(file, cancellationToken), "audio/wav");
        var format = AudioFormat.Of(recording);
        var request = new SttRequest(recording.Audio, format.ContentType ?? recording.ContentType, format.IsAudio ? format.FileName : "recording.bin", TimeSpan.Zero, RecognitionPhrases.All);
        var started = clock.GetTimestamp();

        try
        {
            var result = await provider.TranscribeAsync(request, cancellationToken);

            return new SttReportLine(Path.GetFileName(file), TranscriptScore.Of(reference, result.Text, lexicon), clock.GetElapsedTime(started), result.AudioDuration, Fault: null);
        }
        catch (SttException fault)
        {
            // A call without a transcript is a call whose every word was missed, not one to leave out of the figures.
            return new SttReportLine(Path.GetFileName(file), TranscriptScore.Of(reference, "", lexicon), clock.GetElapsedTime(started), TimeSpan.Zero, fault.Message);
        }
    }

    private static async Task<IReadOnlyList<(string File, string Reference)>> ReadManifestAsync(string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var entries = new List<(string, string)>();
        var number = 0;

        foreach (var line in await File.ReadAllLinesAsync(path, cancellationToken))
        {
            number++;

            if (!string.IsNullOrWhiteSpace(line) && !line.StartsWith('#'))
            {
                entries.Add(Entry(line, folder, number));
            }
        }

        return entries.Count > 0 ? entries : throw new InvalidDataException("The manifest names no recording; each line needs an audio file, a tab and the words spoken.");
    }

    private static (string File, string Reference) Entry(string line, string folder, int number)
    {
        var fields = line.Split('\t', 2);

        if (fields.Length < 2 || string.IsNullOrWhiteSpace(fields[1]))
        {
            throw new InvalidDataException($"Line {number} of the manifest needs an audio file, a tab and the words spoken.");
        }

        var file = Path.Combine(folder, fields[0].Trim());

        return File.Exists(file) ? (file, fields[1].Trim()) : throw new InvalidDataException($"Line {number} of the manifest names {fields[0].Trim()}, which does not exist.");
    }
}

/// <summary>What a run of <see cref="SttEvaluation"/> found.</summary>
public sealed record SttReport(string Provider, string LexiconVersion, IReadOnlyList<SttReportLine> Lines)
{
    /// <summary>All recordings together, long ones weighing more.</summary>
    public TranscriptScore Total => Lines.Aggregate(TranscriptScore.None, (sum, line) => TranscriptScore.Add(sum, line.Score));

    public int Failed => Lines.Count(line => line.Fault is not null);
}

/// <param name="Fault">Why there is no transcript; null when there is one.</param>
public sealed record SttReportLine(string File, TranscriptScore Score, TimeSpan Latency, TimeSpan AudioDuration, string? Fault);

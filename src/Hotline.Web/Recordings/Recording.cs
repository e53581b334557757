namespace Hotline.Web.Recordings;

/// <summary>A message that a caller left, as the pipeline sees it. Its audio and its text are read separately, with the call's key.</summary>
public sealed class Recording
{
    public Guid Id { get; init; }

    public Guid CallId { get; init; }

    public required string RecordingSid { get; init; }

    public required string State { get; init; }

    public int Seconds { get; init; }

    public bool Unfinished { get; init; }

    public DateTimeOffset LeftAt { get; init; }

    public required string Statement { get; init; }

    public byte[]? TranscriptSealed { get; init; }

    public string? Engine { get; init; }

    public float? Confidence { get; init; }

    public string[] Doubts { get; init; } = [];

    public string[] Signals { get; init; } = [];

    public string? Severity { get; init; }

    /// <summary>Taken back by the caller, or never there: it belongs to no case.</summary>
    public bool IsGone => State is RecordingStates.Discarded or RecordingStates.Absent;

    /// <summary>Nothing more will be learned about its words.</summary>
    public bool IsSettled => Statement is not StatementStates.Pending;
}

/// <summary>Where the audio is. Stored as these words.</summary>
public static class RecordingStates
{
    /// <summary>At the carrier only.</summary>
    public const string Left = "left";

    /// <summary>Here, sealed.</summary>
    public const string Fetched = "fetched";

    /// <summary>The caller took it back.</summary>
    public const string Discarded = "discarded";

    /// <summary>The carrier has none.</summary>
    public const string Absent = "absent";
}

/// <summary>What is known of the words. Stored as these words.</summary>
public static class StatementStates
{
    public const string Pending = "pending";
    public const string Transcribed = "transcribed";

    /// <summary>Nobody spoke. Never turned into words.</summary>
    public const string NoSpeech = "no-speech";

    /// <summary>A person has to listen.</summary>
    public const string Failed = "failed";

    /// <summary>Transcription is switched off: people listen.</summary>
    public const string Off = "off";
}

using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>A recording that the carrier holds.</summary>
public sealed class SimulatedRecording(string sid, string callSid, string source, DateTimeOffset startedAt)
{
    public string Sid => sid;
    public string CallSid => callSid;
    public string Source => source;
    public DateTimeOffset StartedAt => startedAt;
    public RecordingStatus Status { get; internal set; } = RecordingStatus.InProgress;
    public TimeSpan Length { get; internal set; }

    /// <summary>A WAV file; empty until completed and again once deleted.</summary>
    public byte[] Media { get; internal set; } = [];

    /// <summary>The carrier counts whole seconds.</summary>
    public int Seconds => (int)Math.Round(Length.TotalSeconds, MidpointRounding.AwayFromZero);
}

using Hotline.Web.Voice;

namespace Hotline.Web.Queue;

/// <summary>The addresses of counselors' legs and of talks. They carry ids of ours and nothing else.</summary>
public sealed class QueueUrls(VoiceUrls voice)
{
    public string Whisper(Guid offer) => voice.Of($"/offers/{offer:N}");

    public string Pressed(Guid offer) => voice.Of($"/offers/{offer:N}/pressed");

    public string LegStatus(Guid offer) => voice.Of($"/offers/{offer:N}/status");

    /// <summary>Where a leg goes that is wanted no more.</summary>
    public string Part(Guid offer) => voice.Of($"/offers/{offer:N}/part");

    /// <summary>Where a counselor's leg goes when its conference is over.</summary>
    public string After(Guid offer) => voice.Of($"/offers/{offer:N}/after");

    /// <summary>The caller's way into the talk, and out of it once it is over.</summary>
    public string Caller(Guid talk) => voice.Of($"/talks/{talk:N}/caller");

    public string Over(Guid talk) => voice.Of($"/talks/{talk:N}/over");

    public string CallerWaits(Guid talk) => voice.Of($"/talks/{talk:N}/caller-waits");

    public string CounselorWaits(Guid talk) => voice.Of($"/talks/{talk:N}/counselor-waits");

    public string Conference(Guid talk) => voice.Of($"/talks/{talk:N}/conference");
}

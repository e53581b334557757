using System.ComponentModel.DataAnnotations;

namespace Hotline.Web.Voice;

/// <summary>Section <c>Voice</c>: how the line sounds. Voices come and go at the carrier, so they are settings.</summary>
public sealed class VoiceOptions
{
    [Required]
    public string Korean { get; set; } = "Polly.Seoyeon-Neural";

    [Required]
    public string English { get; set; } = "Polly.Joanna-Neural";

    /// <summary>Speaking rate in percent of the voice's own (DOMAIN T15).</summary>
    [Range(60, 120)]
    public int RatePercent { get; set; } = 95;

    /// <summary>Seconds between two keys of a number.</summary>
    [Range(2, 20)]
    public int InterDigitSeconds { get; set; } = 5;

    /// <summary>Also listen for words such as 상담원. Off: what is said while keys are awaited leaves the carrier for nobody.</summary>
    public bool SpeechInput { get; set; }

    /// <summary>Seconds that an agency's telephone may ring.</summary>
    [Range(5, 120)]
    public int TransferRingSeconds { get; set; } = 30;
}

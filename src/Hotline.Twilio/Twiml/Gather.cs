using System.ComponentModel.DataAnnotations;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// Takes keys or speech while its prompts are heard. Without <see cref="ActionOnEmptyResult"/> silence makes no request and
/// the next verb runs; without <see cref="Action"/> the same document is asked for again, which loops.
/// </summary>
public sealed record Gather : Verb
{
    public ValueList<Prompt> Prompts { get; init; }

    /// <summary>Empty: Twilio's default, dtmf. With both, the first kind detected wins.</summary>
    public ValueList<GatherInput> Input { get; init; }

    [WebAddress]
    public string? Action { get; init; }

    public CallbackMethod? Method { get; init; }

    /// <summary>Seconds without input after the prompts; null: 5.</summary>
    [Range(0, int.MaxValue)]
    public int? Timeout { get; init; }

    /// <summary><c>auto</c> or seconds of silence that end speech; null: <see cref="Timeout"/>.</summary>
    [Shape("auto|[1-9][0-9]*", "auto or a positive integer")]
    public string? SpeechTimeout { get; init; }

    [Range(1, int.MaxValue)]
    public int? NumDigits { get; init; }

    /// <summary>One of <c>0-9 # *</c>; null: Twilio's default <c>#</c>; empty: no key ends the input.</summary>
    [Shape("[0-9#*]?", "one of 0-9 # * or empty")]
    public string? FinishOnKey { get; init; }

    /// <summary>Of the speech; null: <c>en-US</c>.</summary>
    [Shape("[A-Za-z]{2,4}(-[A-Za-z0-9]+)*", "a language tag such as ko-KR")]
    public string? Language { get; init; }

    /// <summary>Words that are likely, separated by commas.</summary>
    [Hints]
    public string? Hints { get; init; }

    /// <summary>Any explicit model needs a numeric <see cref="SpeechTimeout"/>.</summary>
    public string? SpeechModel { get; init; }

    /// <summary>Seconds of speech at most; Twilio's limit is 60.</summary>
    [Range(1, 60)]
    public int? MaxSpeechTime { get; init; }

    public bool? ActionOnEmptyResult { get; init; }

    /// <summary>Whether input interrupts the prompts; null: yes.</summary>
    public bool? BargeIn { get; init; }

    public bool? ProfanityFilter { get; init; }

    public bool? Enhanced { get; init; }

    [WebAddress]
    public string? PartialResultCallback { get; init; }

    public CallbackMethod? PartialResultCallbackMethod { get; init; }
}

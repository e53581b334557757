using System.ComponentModel.DataAnnotations;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// Speaks. Korean text needs <see cref="Language"/> or a Korean <see cref="Voice"/>, else an English voice reads it. Voices
/// come and go at Twilio and are not checked here, only that the voice speaks the language.
/// </summary>
public sealed record Say(ValueList<Speech> Content) : Prompt
{
    public Say(string text) : this([new SpokenText(text)]) { }

    /// <summary>For example <c>Polly.Seoyeon-Neural</c>; null: the account's setting.</summary>
    public string? Voice { get; init; }

    /// <summary>For example <c>ko-KR</c>; null: <c>en-US</c>.</summary>
    [Shape("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", "a language tag such as ko-KR")]
    public string? Language { get; init; }

    /// <summary>How often; 0 = until the caller hangs up.</summary>
    [Range(0, 1000)]
    public int? Loop { get; init; }
}

/// <summary>Plays a sound file, or <see cref="Digits"/> as tones (then <paramref name="Url"/> is empty).</summary>
public sealed record Play([property: WebAddress(OrEmpty = true)] string Url) : Prompt
{
    /// <summary>How often; 0 = until the caller hangs up.</summary>
    [Range(0, 1000)]
    public int? Loop { get; init; }

    [Shape("[0-9A-Da-dwW#*]+", "tones out of 0-9 A-D # * and the pauses w and W")]
    public string? Digits { get; init; }
}

/// <summary>Waits in silence. As the first verb it delays answering.</summary>
public sealed record Pause : Prompt
{
    public Pause() { }

    public Pause(int seconds) => Length = seconds;

    /// <summary>Seconds; null: 1.</summary>
    [Range(1, int.MaxValue)]
    public int? Length { get; init; }
}

namespace Hotline.Speech;

/// <summary>What the lexicon found in a transcript, with all that a person needs to see why.</summary>
/// <param name="Severity">The least urgency that the text asks for; combine it with <see cref="SeverityRules.RaiseTo"/>.</param>
/// <param name="Hits">Every match in order of position, tags included.</param>
/// <param name="Signals">Names of the case contract: self-harm, physical-danger, ongoing-distribution, blackmail, minor.</param>
/// <param name="LexiconVersion">Content hash of the lexicon that was used.</param>
public sealed record Assessment(
    Severity Severity,
    IReadOnlyList<LexiconHit> Hits,
    IReadOnlyList<string> Signals,
    string LexiconVersion);

/// <param name="Severity"><see cref="Severity.None"/> for a tag, which sorts and never raises.</param>
/// <param name="Start">Position in the original text, in UTF-16 units, so that a page can mark the words.</param>
/// <param name="Length">Units covered in the original text, spaces between the syllables included.</param>
public sealed record LexiconHit(string Category, Severity Severity, string Stem, int Start, int Length);

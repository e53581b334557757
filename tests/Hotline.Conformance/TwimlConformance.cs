using System.Diagnostics;
using System.Text.Json;

namespace Hotline.Conformance;

/// <summary>What the checker found. A warning is what Twilio takes and yet does not mean.</summary>
public sealed record TwimlVerdict(bool Valid, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings);

/// <summary>
/// Judges TwiML by the declarations of Twilio's own SDK and its documentation. One Node process serves the whole test run;
/// it ends with this process.
/// </summary>
public static class TwimlConformance
{
    /// <summary>The document is fetched for an <c>&lt;Enqueue waitUrl&gt;</c>.</summary>
    public const string WaitUrl = "wait-url";

    /// <summary>The document is fetched for a <c>&lt;Conference waitUrl&gt;</c>.</summary>
    public const string ConferenceWait = "conference-wait";

    /// <summary>The document is fetched for a <c>&lt;Number url&gt;</c>: whisper and screening.</summary>
    public const string Whisper = "whisper";

    /// <summary>The document is fetched for a <c>&lt;Queue url&gt;</c>.</summary>
    public const string QueueUrl = "queue-url";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<Process> Checker = new(() => ConformanceKit.Start("twiml-check.mjs", ["--batch"]));

    private static readonly Lock Turn = new();

    /// <summary>The errors of a document, in words; none when Twilio would take all of it.</summary>
    public static IReadOnlyList<string> Check(string xml, string? context = null) => Judge(xml, context).Errors;

    /// <param name="xml">The document.</param>
    /// <param name="context">One of the constants here, when only some verbs may stand in it.</param>
    /// <param name="inline">It goes into the REST parameter Twiml.</param>
    public static TwimlVerdict Judge(string xml, string? context = null, bool inline = false)
    {
        lock (Turn)
        {
            Checker.Value.StandardInput.WriteLine(JsonSerializer.Serialize(new { xml, context, inline }, Json));
            Checker.Value.StandardInput.Flush();
            var line = Checker.Value.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The TwiML checker ended; its message stands in the output of the tests.");
            return JsonSerializer.Deserialize<TwimlVerdict>(line, Json)!;
        }
    }
}

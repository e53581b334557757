using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Hotline.CaseBackend;

/// <summary>The contract's JSON, one field after another in a fixed order, so that a document can be compared byte by byte.</summary>
internal static class CaseWriter
{
    /// <summary>Korean stays readable in a stored body.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Utf8JsonWriter json, OpenCase openCase)
    {
        json.WriteStartObject();
        json.WriteString("channel", "hotline");
        json.WriteString("origin", WireWords.Of(openCase.Origin));
        json.WriteString("reference", openCase.Reference);
        json.WriteString("receivedAt", openCase.ReceivedAt);
        json.WriteString("service", WireWords.Of(openCase.Service));
        json.WriteString("priority", WireWords.Of(openCase.Priority));
        WriteList(json, "prioritySignals", openCase.PrioritySignals.Distinct().Order().Select(WireWords.Of));
        json.WriteString("language", openCase.Language);
        Write(json, openCase.Contact);
        Write(json, openCase.Statement);
        if (openCase.Call is not null)
            Write(json, openCase.Call);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, CaseEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("kind", WireWords.Of(entry.Kind));
        json.WriteString("at", entry.At);
        WriteText(json, "by", entry.By);
        WriteText(json, "text", entry.Text);
        if (entry.Statement is not null)
            Write(json, entry.Statement);
        if (entry.Priority is { } priority)
            json.WriteString("priority", WireWords.Of(priority));
        if (entry.Outcome is { } outcome)
            json.WriteString("outcome", WireWords.Of(outcome));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CaseContact contact)
    {
        json.WriteStartObject("contact");
        json.WriteBoolean("anonymous", contact.Anonymous);
        WriteText(json, "phone", contact.Phone);
        json.WriteString("ifUnanswered", WireWords.Of(contact.IfUnanswered));
        json.WriteStartArray("safeWindows");
        foreach (var window in contact.SafeWindows.OrderBy(window => window.From))
        {
            json.WriteStartObject();
            json.WriteString("from", window.From);
            json.WriteString("to", window.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject("statement");
        json.WriteString("state", WireWords.Of(statement.State));
        WriteText(json, "text", statement.Text);
        if (statement.Confidence is { } confidence)
            json.WriteNumber("confidence", confidence);
        WriteText(json, "engine", statement.Engine);
        WriteSeconds(json, "recordedSeconds", statement.Recorded);
        json.WriteBoolean("unfinished", statement.Unfinished);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CaseCall call)
    {
        json.WriteStartObject("call");
        json.WriteString("callId", call.CallId);
        WriteText(json, "answeredBy", call.AnsweredBy);
        WriteSeconds(json, "durationSeconds", call.Duration);
        WriteList(json, "menuPath", call.MenuPath);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? span)
    {
        if (span is { } length)
            json.WriteNumber(name, (long)Math.Round(length.TotalSeconds, MidpointRounding.AwayFromZero));
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }
}

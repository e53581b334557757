using System.Text.Json;

namespace Hotline.Sandbox.Cases;

/// <summary>A case as its document described it, with what was appended since.</summary>
public sealed class SimulatedCase(string caseId, JsonElement document, DateTimeOffset openedAt)
{
    private readonly List<JsonElement> entries = [];

    public string CaseId => caseId;

    /// <summary>The body that opened it.</summary>
    public JsonElement Document => document;
    public string Reference => document.GetProperty("reference").GetString()!;
    public DateTimeOffset OpenedAt { get; } = openedAt;
    public DateTimeOffset UpdatedAt { get; internal set; } = openedAt;
    public string State { get; internal set; } = "received";

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<JsonElement> Entries
    {
        get
        {
            lock (entries)
                return [.. entries];
        }
    }

    internal void Append(JsonElement entry)
    {
        lock (entries)
            entries.Add(entry);
    }
}

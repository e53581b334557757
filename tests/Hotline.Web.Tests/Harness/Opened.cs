using System.Runtime.Versioning;
using System.Text.Json;
using Hotline.Sandbox.Cases;
using Hotline.Sandbox.Network;

namespace Hotline.Web.Tests.Harness;

/// <summary>Reads what the case backend was told.</summary>
[SupportedOSPlatform("linux")]
public static class Opened
{
    /// <summary>The one case that there must be. What went wrong instead is told by the state of the work.</summary>
    public static async Task<SimulatedCase> OnlyCaseAsync(this LineUnderTest line)
    {
        Assert.True(line.World.Cases.Cases.Count == 1, $"{line.World.Cases.Cases.Count} cases\n{await line.WorkAsync()}");
        return line.World.Cases.Cases[0];
    }

    public static JsonElement Element(this SimulatedCase opened, string path) =>
        path.Split('.').Aggregate(opened.Document, (element, name) => element.GetProperty(name));

    public static string Text(this SimulatedCase opened, string path) => opened.Element(path).GetString()!;

    public static IEnumerable<string> Texts(this SimulatedCase opened, string path) => opened.Element(path).EnumerateArray().Select(e => e.GetString()!);

    /// <summary>The statement of the document, and those that followed as entries.</summary>
    public static IReadOnlyList<JsonElement> Statements(this SimulatedCase opened) =>
        [opened.Element("statement"), .. opened.Entries.Where(e => e.TryGetProperty("statement", out _)).Select(e => e.GetProperty("statement"))];

    /// <summary>Somebody is on duty, so that callers wait instead of being told that nobody is there.</summary>
    public static async Task SomebodyOnDutyAsync(this LineUnderTest line)
    {
        await line.ExecuteAsync(
            """
            insert into staff (id, email, name, role, contact_kind, contact_sealed, languages, skills, status, status_at, created_at)
            values (gen_random_uuid(), 'duty@example.kr', '상담원', 'counselor', 'client', null, '{ko}', '{}', 'available', @now, @now)
            """,
            new { now = line.Clock.GetUtcNow() });
    }

    /// <summary>Lets a waiting caller hear the waiting document over and over while time passes.</summary>
    public static async Task WaitLongAsync(this LineUnderTest line, SimulatedCall call, TimeSpan time)
    {
        for (var waited = TimeSpan.Zero; waited < time; waited += TimeSpan.FromSeconds(20))
        {
            // The moving clock ends the round of waiting; a key pressed before the next one begins would be lost.
            line.Clock.Advance(TimeSpan.FromSeconds(20));
            await line.Network.SettleAsync();
        }
    }
}

/// <summary>A reference as it is read aloud.</summary>
public static class SpokenDigits
{
    private const string Digits = "공일이삼사오육칠팔구";

    public static string Of(string reference) =>
        string.Join(", ", reference.Chunk(2).Select(pair => string.Concat(pair.Select(digit => Digits[digit - '0']))));
}

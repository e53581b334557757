using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Hotline.Web.Tests.Harness;
using Xunit.Abstractions;

namespace Hotline.Web.Tests.GoldenCalls;

/// <summary>Whole calls as a counselor would tell them, each played through the whole service.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class GoldenCallTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "Calls");

    public static TheoryData<string> Calls => [.. Directory.GetFiles(Folder, "*.call").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_goes_as_it_is_written(string name)
    {
        var transcript = Transcript.Read(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".call")));
        await using var line = await LineUnderTest.StartAsync([.. transcript.Instructions.OfType<Instruction.Setting>().Select(set => (set.Key, set.Value))]);

        var performance = new Performance(line);
        foreach (var instruction in transcript.Instructions)
            await performance.PlayAsync(instruction);

        Tell(line);
        await HoldsForEveryCallAsync(line);
    }

    private static async Task HoldsForEveryCallAsync(LineUnderTest line)
    {
        foreach (var call in line.Network.Calls.Where(call => !call.IsOver))
            await call.HangUpAsync();
        await line.PassAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(3));

        line.AssertEveryDocumentIsValid();
        Assert.Empty(VoiceRules.Faults(line.Network.Documents));
        var errors = line.Log.Errors.Where(error => !IsCutShort(error)).ToList();
        Assert.True(errors.Count is 0, string.Join('\n', errors));
        Assert.DoesNotContain(line.Log.Lines, logged => TelephoneNumber().IsMatch(logged.Text));
        Assert.All(line.Network.Recordings.Values, recording => Assert.Empty(recording.Media));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from calls where ended_at is null"));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from follow_ups where gave_up_at is not null"));
    }

    /// <summary>The clock may leap while a request is on its way, which is a time-out to whoever made it: the request breaks off and is made again.</summary>
    private static bool IsCutShort(string error) =>
        error.StartsWith("Polly:", StringComparison.Ordinal) || error.Contains("Unexpected end of request content", StringComparison.Ordinal);

    private void Tell(LineUnderTest line)
    {
        foreach (var call in line.Network.Calls)
            output.WriteLine($"{call.From} → {call.To}\n{call.HeardText}\n");
    }

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex("(\\+82|0)-?[0-9]{2}-?0000-?[0-9]{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TelephoneNumber();
}

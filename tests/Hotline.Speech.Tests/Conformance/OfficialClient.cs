using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotline.Speech.Tests;

/// <summary>Microsoft's own client, run by Node from <c>tests/speech-conformance</c>.</summary>
internal static class OfficialClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string Folder = Path.GetFullPath(
        typeof(OfficialClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "SpeechConformance").Value!);

    /// <returns>The client's result under <c>result</c>, or <c>status</c>, <c>code</c> and <c>message</c> of its error.</returns>
    public static async Task<JsonNode> TranscribeAsync(Uri endpoint, string key, string file, object options)
    {
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules", "@azure")), $"Run npm ci in {Folder} first; ./test does it.");
        using var node = Process.Start(new ProcessStartInfo("node", ["transcribe.mjs", endpoint.ToString().TrimEnd('/'), key, file])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(options));
        node.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        var output = node.StandardOutput.ReadToEndAsync(limit.Token);
        var complaint = node.StandardError.ReadToEndAsync(limit.Token);
        await node.WaitForExitAsync(limit.Token);

        Assert.True(node.ExitCode == 0, await complaint);

        return JsonNode.Parse(await output)!;
    }
}

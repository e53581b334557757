using System.Diagnostics;
using System.Reflection;

namespace Hotline.Conformance;

/// <summary>The folder <c>tests/twilio-conformance</c> and Node in it: judges our Twilio layer by what Twilio wrote.</summary>
public static class ConformanceKit
{
    private const string FolderName = "twilio-conformance";

    private static readonly Lazy<string> Located = new(Locate);

    public static string Folder => Located.Value;

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Runs a script of the kit to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, IEnumerable<string> arguments, string input = "")
    {
        using var process = Start(script, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var text = await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, text);
    }

    internal static Process Start(string script, IEnumerable<string> arguments)
    {
        if (!Directory.Exists(PathOf("node_modules")))
            throw new InvalidOperationException($"The packages of tests/{FolderName} are not installed: run ./test once, which does `npm ci && npm run spec` there.");
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("Node could not be started: Node 20 or later must be on the PATH.");
    }

    private static string Locate()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var candidate in new[] { Path.Combine(folder.FullName, FolderName), Path.Combine(folder.FullName, "tests", FolderName) })
            {
                if (File.Exists(Path.Combine(candidate, "twiml-check.mjs"))) return candidate;
            }
        }
        var built = typeof(ConformanceKit).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(metadata => string.Equals(metadata.Key, "TwilioConformance", StringComparison.Ordinal)).Value!;
        return Directory.Exists(built) ? built : throw new InvalidOperationException($"tests/{FolderName} was not found above {AppContext.BaseDirectory}.");
    }
}

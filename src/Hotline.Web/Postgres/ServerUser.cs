using System.Diagnostics;
using System.Runtime.Versioning;

namespace Hotline.Web.Postgres;

/// <summary>
/// The account that PostgreSQL's programs run under. PostgreSQL refuses to run as root, so root hands over to
/// <c>postgres</c> (or <c>nobody</c> where that account does not exist); everybody else stays who they are.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class ServerUser
{
    private ServerUser(string? name) => Name = name;

    /// <summary>Whoever runs this process.</summary>
    public static ServerUser Self { get; } = new(null);

    /// <summary>Account name when it differs from our own, else null.</summary>
    public string? Name { get; }

    public static ServerUser ForServer()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return Self;
        }

        var hasPostgres = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal));
        return new ServerUser(hasPostgres ? "postgres" : "nobody");
    }

    /// <summary>Runs a program to its end. Output and error come back as one text.</summary>
    public async Task<ProgramResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        // The working directory must be one that the other account may enter.
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Name is not null)
        {
            start.UserName = Name;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new ProgramResult(process.ExitCode, await output + await error);
    }
}

/// <summary>How a program ended, and all it wrote.</summary>
public sealed record ProgramResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

using System.Runtime.Versioning;

namespace Hotline.Web.Postgres;

/// <summary>
/// The folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>. Looked for in this order: the environment variable
/// <c>HOTLINE_PG_BIN</c>, Debian's versioned folders (the newest, or the one that made the existing data), what
/// <c>pg_config</c> says, then <c>PATH</c>.
/// </summary>
[SupportedOSPlatform("linux")]
public static class PostgresBinaries
{
    private const string DebianRoot = "/usr/lib/postgresql";
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Finds the folder; <paramref name="major"/> is the version that existing data asks for, or null for the newest.</summary>
    /// <exception cref="DatabaseUnusableException">PostgreSQL is not installed, or not in the version that the data asks for.</exception>
    public static async Task<string> FindAsync(string? major, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("HOTLINE_PG_BIN") is { Length: > 0 } given)
        {
            return IsComplete(given)
                ? given
                : throw new DatabaseUnusableException($"HOTLINE_PG_BIN names {given}, but initdb, pg_ctl and postgres are not all in it.");
        }

        var debian = DebianFolders().ToList();
        if (major is not null && debian.Count > 0)
        {
            return debian.Find(folder => folder.Contains($"/{major}/", StringComparison.Ordinal))
                ?? throw new DatabaseUnusableException(
                    $"The private database was made by PostgreSQL {major}, which is not installed: install postgresql-{major}, or move the old data away.");
        }

        return debian.FirstOrDefault()
            ?? await AskPgConfigAsync(cancellation)
            ?? PathFolders().FirstOrDefault(IsComplete)
            ?? throw new DatabaseUnusableException(
                "PostgreSQL is not installed, and ConnectionStrings:Hotline is empty. Install it (Debian: apt-get install postgresql), "
                + "or set ConnectionStrings__Hotline to a server that you have.");
    }

    private static IEnumerable<string> DebianFolders() =>
        !Directory.Exists(DebianRoot)
            ? []
            : Directory.GetDirectories(DebianRoot)
                .Select(folder => (Path: System.IO.Path.Combine(folder, "bin"), Version: VersionOf(folder)))
                .Where(found => IsComplete(found.Path))
                .OrderByDescending(found => found.Version)
                .Select(found => found.Path);

    private static int VersionOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static async Task<string?> AskPgConfigAsync(CancellationToken cancellation)
    {
        if (PathFolders().Select(folder => Path.Combine(folder, "pg_config")).FirstOrDefault(File.Exists) is not { } pgConfig)
        {
            return null;
        }

        var answer = await ServerUser.Self.RunAsync(pgConfig, ["--bindir"], cancellation);
        var folder = answer.Output.Trim();
        return answer.Succeeded && IsComplete(folder) ? folder : null;
    }

    private static string[] PathFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsComplete(string folder) =>
        Needed.All(name => File.Exists(Path.Combine(folder, name)));
}

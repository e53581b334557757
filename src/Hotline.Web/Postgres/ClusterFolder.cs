using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Web.Postgres;

/// <summary>
/// Where a private cluster lives: <c>data/</c>, the socket folder <c>s/</c> and <c>pg.log</c> in one folder that only the
/// server's account may enter. There is no TCP port and no password: who may enter the folder may use the database.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class ClusterFolder
{
    // sockaddr_un holds 108 bytes with the closing zero.
    private const int LongestSocketPath = 107;

    private ClusterFolder(string path) => Root = path;

    public string Root { get; }
    public string Data => Path.Combine(Root, "data");
    public string Sockets => Path.Combine(Root, "s");
    public string Log => Path.Combine(Root, "pg.log");

    /// <summary>Held by whoever starts or stops the cluster; beside the folder, because the folder belongs to the server's account.</summary>
    public string LockFile => Root + ".lock";

    /// <summary>Major version that made the data, or null when there is none yet.</summary>
    public string? DataVersion =>
        File.Exists(Path.Combine(Data, "PG_VERSION")) ? File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim() : null;

    /// <summary>
    /// Takes the wanted folder, or one under the system's state directory when the server's account could not reach the
    /// wanted one, or its path is too long for a socket or holds characters that a connection string or a shell reads otherwise.
    /// </summary>
    public static async Task<ClusterFolder> PrepareAsync(string wanted, ServerUser user, CancellationToken cancellation)
    {
        var place = new[] { wanted, Fallback(wanted) }.FirstOrDefault(candidate => Fits(candidate, user))
            ?? throw new DatabaseUnusableException(
                $"There is no place for the private database: PostgreSQL's account cannot reach {wanted}. Set ConnectionStrings__Hotline, or move the folder.");
        var folder = new ClusterFolder(place);
        if (!Directory.Exists(folder.Sockets))
        {
            await folder.CreateAsync(user, cancellation);
        }

        return folder;
    }

    private async Task CreateAsync(ServerUser user, CancellationToken cancellation)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(Root, ownerOnly);
        Directory.CreateDirectory(Sockets, ownerOnly);
        if (user.Name is null)
        {
            return;
        }

        var owned = await ServerUser.Self.RunAsync("chown", ["-R", user.Name, Root], cancellation);
        if (!owned.Succeeded)
        {
            throw new DatabaseUnusableException($"The private database's folder could not be handed to {user.Name}: {owned.Output.Trim()}");
        }
    }

    private static bool Fits(string path, ServerUser user)
    {
        var isPlain = path.All(c => char.IsLetterOrDigit(c) || "/_.+-".Contains(c, StringComparison.Ordinal));
        if (!isPlain || Encoding.UTF8.GetByteCount(Path.Combine(path, "s", ".s.PGSQL.5432")) > LongestSocketPath)
        {
            return false;
        }

        var parent = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return user.Name is null || Ancestors(parent).All(folder => File.GetUnixFileMode(folder.FullName).HasFlag(UnixFileMode.OtherExecute));
    }

    private static IEnumerable<DirectoryInfo> Ancestors(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            yield return folder;
        }
    }

    private static string Fallback(string wanted)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..12];
        var state = Environment.IsPrivilegedProcess
            ? "/var/lib"
            : Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } given
                ? given
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return Path.Combine(state, "hotline", mark);
    }
}

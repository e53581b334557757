using System.Runtime.Versioning;
using Hotline.Web.Postgres;
using Npgsql;

namespace Hotline.Web.Tests.Postgres;

[SupportedOSPlatform("linux")]
public sealed class PrivateClusterTests : IDisposable
{
    private readonly string parent = Directory.CreateTempSubdirectory("hotline-pg-").FullName;

    public PrivateClusterTests() => File.SetUnixFileMode(parent, (UnixFileMode)Convert.ToInt32("711", 8));

    public void Dispose() => Directory.Delete(parent, recursive: true);

    [Fact]
    public async Task Two_processes_share_a_cluster_and_the_last_one_stops_it()
    {
        var first = await StartAsync();
        var second = await StartAsync();

        await first.DisposeAsync();
        var whileShared = await AnswersAsync(second);
        await second.DisposeAsync();

        Assert.True(whileShared);
        Assert.False(await AnswersAsync(second));
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await using (var before = await StartAsync())
        {
            await ExecuteAsync(before, "create table kept as select 42 as answer");
        }

        await using var after = await StartAsync();

        Assert.Equal(42, await ExecuteAsync(after, "select answer from kept"));
    }

    [Fact]
    public async Task A_folder_that_initdb_left_half_done_is_made_again()
    {
        Directory.CreateDirectory(Path.Combine(parent, "pg", "data.new", "base"));

        await using var cluster = await StartAsync();

        Assert.True(await AnswersAsync(cluster));
    }

    [Fact]
    public async Task It_listens_on_no_network_port()
    {
        await using var cluster = await StartAsync();

        Assert.Equal("", await ExecuteAsync(cluster, "show listen_addresses"));
    }

    [Fact]
    public async Task A_path_that_a_socket_cannot_have_leads_to_another_folder()
    {
        var wanted = Path.Combine(parent, new string('x', 120), "pg");

        var folder = await ClusterFolder.PrepareAsync(wanted, ServerUser.ForServer(), CancellationToken.None);

        Assert.NotEqual(wanted, folder.Root, StringComparer.Ordinal);
        Assert.True(Directory.Exists(folder.Sockets));
        Directory.Delete(folder.Root, recursive: true);
    }

    private Task<PrivateCluster> StartAsync() =>
        PrivateCluster.StartAsync(Path.Combine(parent, "pg"), ["fsync=off"], TimeProvider.System, CancellationToken.None);

    private static async Task<bool> AnswersAsync(PrivateCluster cluster)
    {
        try
        {
            return await ExecuteAsync(cluster, "select 1") is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task<object?> ExecuteAsync(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}

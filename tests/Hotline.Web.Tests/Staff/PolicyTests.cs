using System.Runtime.Versioning;
using Hotline.Web.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hotline.Web.Tests.Staff;

[SupportedOSPlatform("linux")]
public sealed class PolicyTests
{
    [Fact]
    public void Every_page_has_a_policy_and_every_policy_a_page()
    {
        var pages = typeof(Policies).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false));

        Assert.Equal(pages.Select(page => page.Name).Order(StringComparer.Ordinal), Policies.OfPages.Keys.Select(page => page.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_migration_makes_the_tables_that_identity_expects()
    {
        await using var host = await StaffHost.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var script = scope.ServiceProvider.GetRequiredService<StaffAccountContext>().Database.GenerateCreateScript();
        await using var fresh = await (await Harness.PostgresTemplate.SharedAsync()).CreateEmptyDatabaseAsync();
        await using var create = fresh.Source.CreateCommand(script);
        await create.ExecuteNonQueryAsync();

        var expected = await ColumnsAsync(fresh.Source);
        var migrated = await ColumnsAsync(host.Database.Source);

        Assert.Contains("AspNetUserPasskeys", expected, StringComparison.Ordinal);
        Assert.Equal(expected, migrated, StringComparer.Ordinal);
    }

    private static async Task<string> ColumnsAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            select string_agg(table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable, E'\n' order by table_name, column_name)
            from information_schema.columns where table_schema = 'auth'
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}

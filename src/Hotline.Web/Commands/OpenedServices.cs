using Hotline.Web.Postgres;

namespace Hotline.Web.Commands;

/// <summary>The services for one command. Disposing them leaves a private database in good order.</summary>
internal sealed class OpenedServices : IAsyncDisposable
{
    private readonly IServiceProvider root;
    private readonly AsyncServiceScope scope;

    private OpenedServices(IServiceProvider root)
    {
        this.root = root;
        scope = root.CreateAsyncScope();
    }

    /// <summary>Migrates first: a command may be the first to use the database.</summary>
    public static async Task<OpenedServices> OpenAsync(Func<IServiceProvider> services, CancellationToken cancellation)
    {
        var opened = new OpenedServices(services());
        await opened.Get<Migrator>().RunAsync(cancellation);
        return opened;
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        if (root is IAsyncDisposable owned)
            await owned.DisposeAsync();
    }
}

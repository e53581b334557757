using System.Net;
using System.Net.Sockets;

namespace Hotline.Speech;

/// <summary>
/// Stands directly above the socket and lets no request leave for the cloud when that is not allowed, whatever the settings
/// above it say. Redirects are never followed and no proxy is used, so nothing below can change the address; the connection
/// itself is checked once more against what a loopback name resolved to.
/// </summary>
internal sealed class PrivateAddressesOnly(PrivateNetwork network, bool allowCloud) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        allowCloud || (request.RequestUri is { } address && network.Contains(address))
            ? base.SendAsync(request, cancellationToken)
            : throw Refused();

    /// <summary>The only kind of socket handler that speech may use.</summary>
    public static SocketsHttpHandler Sockets(bool allowCloud) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = allowCloud,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ConnectCallback = ConnectAsync,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);

        if (PrivateNetwork.IsLoopbackName(target.Host) && !Array.TrueForAll(addresses, IPAddress.IsLoopback))
        {
            throw Refused();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static SttException Refused() =>
        new(SttErrorKind.CloudRefused, "The address is outside loopback and Transcription:PrivateHosts while Transcription:AllowCloud is false; nothing was sent.");
}

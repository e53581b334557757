using System.Globalization;

namespace Hotline.Sandbox;

/// <summary>Where the sandbox listens: loopback alone, whatever the environment says.</summary>
internal static class SandboxAddress
{
    private const int DefaultPort = 5090;

    public static string From(IConfiguration configuration)
    {
        var given = configuration["HOTLINE_SANDBOX_PORT"];
        if (string.IsNullOrEmpty(given))
            return Url(DefaultPort);
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? Url(port)
            : throw new InvalidOperationException("HOTLINE_SANDBOX_PORT must be a port number, such as 5090.");
    }

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}

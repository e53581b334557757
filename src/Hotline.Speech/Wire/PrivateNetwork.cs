using System.Net;

namespace Hotline.Speech;

/// <summary>
/// Which addresses are our own premises: loopback and what the operator listed. A listed name is the operator's word; a range
/// is compared with addresses only, because a name may resolve to something else a moment later.
/// </summary>
public sealed class PrivateNetwork
{
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> ranges = [];

    /// <exception cref="FormatException">An entry is neither a host name, an address nor a range.</exception>
    public PrivateNetwork(IEnumerable<string> hosts)
    {
        foreach (var entry in hosts.Select(host => host.Trim()))
        {
            if (IPNetwork.TryParse(entry, out var range))
            {
                ranges.Add(range);
            }
            else if (IPAddress.TryParse(entry.Trim('[', ']'), out var address))
            {
                ranges.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else if (Uri.CheckHostName(entry) == UriHostNameType.Dns)
            {
                names.Add(entry);
            }
            else
            {
                throw new FormatException($"\"{entry}\" is no host name, address or range such as 10.0.0.0/8.");
            }
        }
    }

    public bool Contains(Uri address) => ContainsHost(address.IdnHost);

    public bool ContainsHost(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? ContainsAddress(address)
            : IsLoopbackName(host) || names.Contains(host);

    public bool ContainsAddress(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

        return IPAddress.IsLoopback(plain) || ranges.Exists(range => range.Contains(plain));
    }

    public static bool IsLoopbackName(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}

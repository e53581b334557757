using System.ComponentModel.DataAnnotations;

namespace Hotline.Web.Hosting;

/// <summary>Section <c>Hotline</c>: what this installation is.</summary>
public sealed class HotlineOptions
{
    /// <summary>The address that the carrier calls and signs, scheme through path prefix. TLS ends before us, so it is never guessed from a request.</summary>
    [Required]
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>web answers webhooks and pages, worker runs jobs. Comma separated, or a list.</summary>
    public string Roles { get; set; } = "web,worker";

    /// <summary>The line's own number, E.164.</summary>
    public string Number { get; set; } = "+8227358994";

    /// <summary>Registered numbers that may be shown on outgoing calls, E.164. Others are refused (전기통신사업법 §84의2).</summary>
    public IList<string> OutboundNumbers { get; } = [];

    /// <summary>Where "1366" leads when the agencies table is out of reach: E.164 or sip:.</summary>
    public string OverflowDialString { get; set; } = "+8221366";

    /// <summary>Shifts the service's clock. Refused in Production.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>Greet without the centre's name.</summary>
    public bool DiscreetGreeting { get; set; }

    /// <summary>Days that the number and the message of a request are kept when it never becomes a case.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 30;

    /// <summary>Full or Last4: how much of a number is read back aloud (DOMAIN T17).</summary>
    public string ReadBack { get; set; } = "Full";

    /// <summary>The longest message a caller can leave.</summary>
    public TimeSpan MaxMessage { get; set; } = TimeSpan.FromSeconds(120);

    public bool IsWeb => HasRole("web");

    public bool IsWorker => HasRole("worker");

    public IEnumerable<string> RoleNames => Roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private bool HasRole(string role) => RoleNames.Contains(role, StringComparer.OrdinalIgnoreCase);
}

namespace Hotline.Web.Hosting;

/// <summary>
/// Section <c>CrossBorder</c>: what personal data leaves Korea, and on which legal ground (PIPA art. 28-8). Looking at data from abroad
/// counts as well as sending it there.
/// </summary>
public sealed class CrossBorderOptions
{
    public const string Section = "CrossBorder";

    /// <summary>One for each adapter whose address is abroad.</summary>
    public IList<CrossBorderGround> Grounds { get; } = [];

    /// <summary>
    /// Host names, addresses or ranges that are in Korea besides loopback and the adapters' own PrivateHosts. The operator's word: nothing
    /// is looked up.
    /// </summary>
    public IList<string> DomesticHosts { get; } = [];
}

/// <summary>Why an adapter may reach a processor abroad.</summary>
public sealed class CrossBorderGround
{
    /// <summary>twilio, azure-speech, self-hosted-speech or case-backend.</summary>
    public string Adapter { get; set; } = "";

    /// <summary>The article that permits it, such as "PIPA article 28-8 (1) 3".</summary>
    public string Ground { get; set; } = "";

    /// <summary>Which items go abroad.</summary>
    public string Items { get; set; } = "";

    /// <summary>Where the contract with the processor is kept.</summary>
    public string Contract { get; set; } = "";

    public IEnumerable<string> EmptyFields()
    {
        if (string.IsNullOrWhiteSpace(Ground))
            yield return nameof(Ground);
        if (string.IsNullOrWhiteSpace(Items))
            yield return nameof(Items);
        if (string.IsNullOrWhiteSpace(Contract))
            yield return nameof(Contract);
    }
}

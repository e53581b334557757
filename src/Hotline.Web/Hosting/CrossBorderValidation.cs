using Microsoft.Extensions.Options;

namespace Hotline.Web.Hosting;

/// <summary>Refuses a start that would send personal data abroad without a recorded legal ground; one sentence for each adapter.</summary>
public sealed class CrossBorderValidation(IConfiguration configuration) : IValidateOptions<CrossBorderOptions>
{
    public ValidateOptionsResult Validate(string? name, CrossBorderOptions options)
    {
        var faults = Faults(options).Concat(Processor.In(configuration).Select(FaultOf).OfType<string>()).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(CrossBorderOptions options)
    {
        for (var i = 0; i < options.DomesticHosts.Count; i++)
        {
            if (!Processor.IsReadable(options.DomesticHosts[i]))
                yield return $"CrossBorder:DomesticHosts:{i} must be a host name, an address or a range such as 10.0.0.0/8.";
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Grounds.Count; i++)
        {
            if (!Processor.Adapters.Contains(options.Grounds[i].Adapter, StringComparer.Ordinal))
                yield return $"CrossBorder:Grounds:{i}:Adapter must be one of {string.Join(", ", Processor.Adapters)}.";
            else if (!named.Add(options.Grounds[i].Adapter))
                yield return $"CrossBorder:Grounds:{i} is a second ground for {options.Grounds[i].Adapter}: an adapter has one.";
        }
    }

    private static string? FaultOf(Processor processor) => processor switch
    {
        { IsDomestic: true } => null,
        { Ground: null } =>
            $"{processor.Setting} leads to {processor.Host}, which is not known to be in Korea: record a legal ground in CrossBorder:Grounds "
            + $"(Adapter {processor.Adapter}, Ground, Items, Contract), or list the host in CrossBorder:DomesticHosts if it is in Korea.",
        { Ground: var ground } when ground.EmptyFields().ToList() is { Count: > 0 } empty =>
            $"{processor.Setting} leads to {processor.Host}, which is not known to be in Korea: its entry in CrossBorder:Grounds (Adapter {processor.Adapter}) lacks {string.Join(" and ", empty)}.",
        _ => null,
    };
}

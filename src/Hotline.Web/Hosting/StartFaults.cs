using Hotline.Web.Postgres;
using Hotline.Web.Prompts;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Hosting;

/// <summary>Says in one message everything that keeps the service from starting.</summary>
public static class StartFaults
{
    /// <returns>Null when the exception is no fault of the configuration.</returns>
    public static string? Describe(Exception exception)
    {
        var faults = Of(exception).Distinct(StringComparer.Ordinal).ToList();
        return faults.Count == 0
            ? null
            : $"The service cannot start. Mend {(faults.Count == 1 ? "this setting" : $"these {faults.Count} settings")} first:{Environment.NewLine}"
                + string.Join(Environment.NewLine, faults.Select(fault => $"  - {fault}"));
    }

    private static IEnumerable<string> Of(Exception exception) => exception switch
    {
        OptionsValidationException invalid => invalid.Failures,
        AggregateException several => several.InnerExceptions.SelectMany(Of),
        DatabaseUnusableException unusable => [unusable.Message],
        PromptFaultsException prompts => prompts.Faults,
        _ => [],
    };
}

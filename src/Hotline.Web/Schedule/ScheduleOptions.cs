using Hotline.CallFlow.Hours;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Schedule;

/// <summary>Section <c>OpeningHours</c>.</summary>
public sealed class ScheduleOptions
{
    /// <summary>The hours of the first start: Always, Weekday0918 or Daily0922. Later the console decides.</summary>
    public string Profile { get; set; } = nameof(HoursProfile.Weekday0918);
}

public sealed class ScheduleOptionsValidation : IValidateOptions<ScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ScheduleOptions options) =>
        Enum.TryParse<HoursProfile>(options.Profile, out var profile) && Enum.IsDefined(profile)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"OpeningHours:Profile must be one of {string.Join(", ", Enum.GetNames<HoursProfile>())}.");
}

using Hotline.CallFlow.Hours;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Schedule;

/// <summary>When the line is open.</summary>
public sealed class ScheduleStore(IOptions<ScheduleOptions> options)
{
    public OpeningHours Hours { get; } = OpeningHours.Of(Enum.Parse<HoursProfile>(options.Value.Profile));
}

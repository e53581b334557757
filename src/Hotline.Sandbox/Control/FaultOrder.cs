using System.Text.Json.Serialization;
using Hotline.Sandbox.Faults;

namespace Hotline.Sandbox.Control;

/// <summary>A fault that somebody ordered on the page.</summary>
/// <param name="Fault">answer, drop, lose-answer, truncate, delay, repeat, hold-back.</param>
/// <param name="Status">For answer; 503 when left out.</param>
/// <param name="Seconds">Retry-After of answer, or the length of delay.</param>
internal sealed record FaultOrder(
    [property: JsonConverter(typeof(JsonStringEnumConverter<FaultPoint>))] FaultPoint Point, string Fault, string? Match, int? Status, double? Seconds, int Times = 1)
{
    public Faults.Fault? ToFault() => Fault switch
    {
        "answer" => new Faults.Fault.Answer(Status ?? 503, Seconds is { } wait ? TimeSpan.FromSeconds(wait) : null),
        "drop" => new Faults.Fault.Drop(),
        "lose-answer" => new Faults.Fault.LoseAnswer(),
        "truncate" => new Faults.Fault.Truncate(),
        "delay" => new Faults.Fault.Delay(TimeSpan.FromSeconds(Seconds ?? 5)),
        "repeat" => new Faults.Fault.Repeat(2),
        "hold-back" => new Faults.Fault.HoldBack(),
        _ => null,
    };
}

using System.ComponentModel.DataAnnotations;

namespace Hotline.Twilio.Twiml;

/// <summary>What a dialled number, client and SIP address have in common.</summary>
public abstract record Leg : Noun
{
    private protected Leg() { }

    /// <summary>Runs on the called leg before bridging: whisper and screening.</summary>
    [WebAddress]
    public string? Url { get; init; }

    public CallbackMethod? Method { get; init; }

    [WebAddress]
    public string? StatusCallback { get; init; }

    public CallbackMethod? StatusCallbackMethod { get; init; }

    /// <summary>Empty: completed only.</summary>
    public ValueList<CallEvent> StatusCallbackEvent { get; init; }
}

/// <summary>A leg whose answering party may be a machine. Detection never holds the bridge; its result is a callback.</summary>
public abstract record DetectableLeg : Leg
{
    private protected DetectableLeg() { }

    public MachineDetection? MachineDetection { get; init; }

    /// <summary>Seconds; null: 30.</summary>
    [Range(3, 60)]
    public int? MachineDetectionTimeout { get; init; }

    /// <summary>Milliseconds; null: 2400.</summary>
    [Range(1000, 6000)]
    public int? MachineDetectionSpeechThreshold { get; init; }

    /// <summary>Milliseconds; null: 1200.</summary>
    [Range(500, 5000)]
    public int? MachineDetectionSpeechEndThreshold { get; init; }

    /// <summary>Milliseconds; null: 5000.</summary>
    [Range(2000, 10000)]
    public int? MachineDetectionSilenceTimeout { get; init; }

    [WebAddress]
    public string? AmdStatusCallback { get; init; }

    public CallbackMethod? AmdStatusCallbackMethod { get; init; }
}

public sealed record Number([property: Shape(@"\+[1-9][0-9]{1,14}|[0-9() .-]{3,20}", "a number in E.164 such as +8227358994")] string PhoneNumber) : DetectableLeg
{
    /// <summary>Tones sent after the answer; w waits half a second. Machine detection is ignored then.</summary>
    [Shape("[0-9A-DwW#*]+", "tones out of 0-9 A-D # * and the pauses w and W")]
    public string? SendDigits { get; init; }

    /// <summary>The BYOC trunk that carries the call.</summary>
    [Shape("BY[0-9a-fA-F]{32}", "a BYOC trunk SID")]
    public string? Byoc { get; init; }
}

/// <summary>A SIP address such as <c>sip:1001@pbx.example;transport=tls</c>.</summary>
public sealed record Sip([property: Shape(@"([Ss][Ii][Pp][Ss]?:)?[^\s@]+@[^\s@]+", "a SIP address")] string Address) : DetectableLeg
{
    public string? Username { get; init; }

    public string? Password { get; init; }
}

/// <summary>A browser or app that registered under this identity.</summary>
public sealed record Client(string Identity) : Leg
{
    /// <summary>Handed to the browser with the call.</summary>
    public ValueList<Parameter> Parameters { get; init; }
}

public sealed record Parameter(string Name, string Value);

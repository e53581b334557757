namespace Hotline.Sandbox;

/// <summary>One port, four servers and the page: what each hotline setting has to point at.</summary>
public static class SandboxPaths
{
    /// <summary><c>Twilio:ApiBaseUrl</c> is the sandbox's own address, without a path.</summary>
    public const string Carrier = "/2010-04-01/";

    /// <summary><c>CaseBackend:BaseUrl</c> ends here.</summary>
    public const string Cases = "/cases";

    /// <summary><c>Transcription:Azure:Endpoint</c> and <c>Transcription:SelfHosted:BaseUrl</c> end here.</summary>
    public const string Speech = "/speech";

    public const string Control = "/sandbox";
}

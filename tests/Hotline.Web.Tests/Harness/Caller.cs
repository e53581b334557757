using System.Runtime.Versioning;
using Hotline.Conformance;
using Hotline.Sandbox.Network;

namespace Hotline.Web.Tests.Harness;

/// <summary>Ways through the menu that many tests share, and what is true of every call.</summary>
[SupportedOSPlatform("linux")]
public static class Caller
{
    /// <summary>From the opening to the confirmed callback: callback, agree, this number, as soon as possible, yes, leave nothing.</summary>
    public const string ToCallback = "311111";

    /// <summary>From the confirmed callback to the tone: leave a message, agree.</summary>
    public const string ToTone = "11";

    /// <summary>Asks for a callback, leaves a message and submits it.</summary>
    public static async Task<SimulatedCall> LeaveMessageAsync(this LineUnderTest line, byte[] message, int which = 1234)
    {
        var call = await line.DialAsync(which: which);
        await call.PressAsync(ToCallback + ToTone);
        await call.RecordAsync(message);
        await call.PressAsync("4");
        return call;
    }

    /// <summary>Lets the official checker judge every document that a caller was answered with.</summary>
    public static void AssertEveryDocumentIsValid(this LineUnderTest line)
    {
        Assert.NotEmpty(line.Network.Documents);
        foreach (var document in line.Network.Documents)
            Assert.Empty(TwimlConformance.Check(document.Twiml, ContextOf(document.Context)));
        Assert.Empty(line.Network.Problems);
    }

    private static string? ContextOf(DocumentContext context) => context switch
    {
        DocumentContext.QueueWait => TwimlConformance.WaitUrl,
        DocumentContext.ConferenceWait => TwimlConformance.ConferenceWait,
        DocumentContext.Whisper => TwimlConformance.Whisper,
        DocumentContext.QueueWhisper => TwimlConformance.QueueUrl,
        _ => null,
    };
}

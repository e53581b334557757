namespace Hotline.Twilio.Twiml;

/// <summary>
/// A document that Twilio would refuse. The message is one sentence that says what is wrong and what would be right; it
/// never holds spoken text, numbers or addresses.
/// </summary>
public sealed class TwimlException : Exception
{
    public TwimlException() { }

    public TwimlException(string message) : base(message) { }

    public TwimlException(string message, Exception innerException) : base(message, innerException) { }
}

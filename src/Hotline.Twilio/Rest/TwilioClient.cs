using Microsoft.Extensions.Options;

namespace Hotline.Twilio.Rest;

/// <summary>
/// The account's REST interface, or that of any server that speaks it. Methods throw <see cref="TwilioException"/>; a
/// <c>Find</c> or a change answers null where the thing is gone, and a delete of what is gone succeeds.
/// </summary>
public sealed class TwilioClient
{
    public TwilioClient(HttpClient http, IOptions<TwilioOptions> options, TimeProvider clock)
    {
        var transport = new TwilioTransport(http, options, clock);
        Calls = new TwilioCalls(transport);
        Recordings = new TwilioRecordings(transport);
        Transcriptions = new TwilioTranscriptions(transport);
        Queues = new TwilioQueues(transport);
        Conferences = new TwilioConferences(transport);
        Participants = new TwilioParticipants(transport);
        Messages = new TwilioMessages(transport);
        PhoneNumbers = new TwilioPhoneNumbers(transport);
    }

    public TwilioCalls Calls { get; }

    public TwilioRecordings Recordings { get; }

    public TwilioTranscriptions Transcriptions { get; }

    public TwilioQueues Queues { get; }

    public TwilioConferences Conferences { get; }

    public TwilioParticipants Participants { get; }

    public TwilioMessages Messages { get; }

    public TwilioPhoneNumbers PhoneNumbers { get; }
}

using Hotline.Sandbox.Network.Verbs;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network.Rooms;

/// <summary>A document that is read out to participants of a conference while they talk.</summary>
internal static class Announcement
{
    public static void Begin(SimulatedConference room, IReadOnlyList<ConferenceParticipant> listeners, TwimlSource.Address document)
    {
        foreach (var listener in listeners)
        {
            listener.Call.Running.Enter();
            _ = ReadAsync(room, listener, document);
        }
    }

    private static async Task ReadAsync(SimulatedConference room, ConferenceParticipant listener, TwimlSource.Address document)
    {
        try
        {
            await Task.Yield();
            var (fetched, errorCode) = await DocumentFetch.AskAsync(new CallRun(listener.Call), document, DocumentContext.ConferenceWait, [("ConferenceSid", room.Sid)]);
            if (fetched is null)
            {
                room.Tell(ConferenceEventKind.Announcement, "announcement-fail", listener, [("ReasonAnnouncementFailed", CallParameters.Number(errorCode))]);
                return;
            }

            foreach (var prompt in fetched.Response.Verbs.OfType<Prompt>())
                listener.Call.Hear(PromptVerb.Line(listener.Call, fetched, prompt));
            room.Tell(ConferenceEventKind.Announcement, "announcement-end", listener, []);
        }
        finally
        {
            listener.Call.Running.Exit();
        }
    }
}

using Hotline.Sandbox.Network;
using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Carrier;

/// <summary><c>/Conferences/{CF or name}/Participants</c>: call somebody into a conference, change and remove those in it.</summary>
internal static class ParticipantsApi
{
    public static void MapParticipants(this RouteGroupBuilder account)
    {
        var room = account.MapGroup("/Conferences/{conference}");
        room.MapPost("/Participants.json", Create);
        room.MapGet("/Participants.json", (string conference, TelephoneNetwork network, HttpContext context) => network.Rooms.FindConference(conference) is { } found
            ? Paging.Page(context, "participants", found.Participants, participant => Shape(network, found, participant))
            : CarrierError.NotFound(context.Request.Path));
        room.MapGet("/Participants/{who}.json", (string conference, string who, TelephoneNetwork network, HttpContext context) => network.Rooms.FindConference(conference) is { } found && found.Find(who) is { } participant
            ? Results.Json(Shape(network, found, participant))
            : CarrierError.NotFound(context.Request.Path));
        room.MapPost("/Participants/{who}.json", Update);
        room.MapDelete("/Participants/{who}.json", Remove);
    }

    private static IResult Create(string conference, CarrierRequest request, TelephoneNetwork network)
    {
        if (request["To"] is not { } to || request["From"] is not { } from)
            return CarrierError.Missing("To or From");
        if (!network.MayPresent(from) && request["Byoc"] is null)
            return CarrierError.Of(400, 21210, "The source phone number provided is not yet verified for your account");
        var room = network.Rooms.FindConference(conference) ?? network.Rooms.ConferenceNamed(conference);
        var noun = Noun(room.Name, request);
        var call = network.Begin(new(network.Phone(to), from, to, CallDirection.OutboundApi)
        {
            Start = new TwimlSource.Inline(TwimlWriter.Write(new([new Dial(noun)]))),
            Progress = request.Progress(),
            RingFor = TimeSpan.FromSeconds(request.Number("Timeout") ?? 60),
            Detection = request.Detection(),
        });
        return Results.Json(Shape(network, room, new(call, noun), "queued"), statusCode: 201);
    }

    private static Conference Noun(string name, CarrierRequest request) => new(name)
    {
        ParticipantLabel = request["Label"],
        Muted = request.Bool("Muted"),
        Beep = Wire.Member<ConferenceBeep>(request["Beep"]),
        StartConferenceOnEnter = request.Bool("StartConferenceOnEnter"),
        EndConferenceOnExit = request.Bool("EndConferenceOnExit"),
        WaitUrl = request["WaitUrl"],
        Coach = request.Bool("Coaching") is true ? request["CallSidToCoach"] : null,
        StatusCallback = request["ConferenceStatusCallback"],
        StatusCallbackMethod = request.Method("ConferenceStatusCallbackMethod"),
        StatusCallbackEvent = request.Words<ConferenceEventKind>("ConferenceStatusCallbackEvent").ToValueList(),
    };

    private static IResult Update(string conference, string who, CarrierRequest request, TelephoneNetwork network, HttpContext context)
    {
        if (network.Rooms.FindConference(conference) is not { } room || room.Find(who) is not { } participant)
            return CarrierError.NotFound(context.Request.Path);
        if (request.Bool("Muted") is { } muted && muted != participant.Muted)
        {
            participant.Muted = muted;
            room.Tell(ConferenceEventKind.Mute, muted ? "participant-mute" : "participant-unmute", participant, []);
        }

        if (request.Bool("Hold") is { } hold && hold != participant.Hold)
        {
            participant.Hold = hold;
            room.Tell(ConferenceEventKind.Hold, hold ? "participant-hold" : "participant-unhold", participant, []);
        }

        participant.EndOnExit = request.Bool("EndConferenceOnExit") ?? participant.EndOnExit;
        if (request.Bool("Coaching") is { } coaching)
            participant.CoachedCallSid = coaching ? request["CallSidToCoach"] : null;
        if ((request.Address("AnnounceUrl", "AnnounceMethod") ?? request.Address("HoldUrl", "HoldMethod")) is { } announcement)
            Announcement.Begin(room, [participant], announcement);
        return Results.Json(Shape(network, room, participant));
    }

    private static IResult Remove(string conference, string who, TelephoneNetwork network, HttpContext context)
    {
        if (network.Rooms.FindConference(conference) is not { } room || room.Find(who) is not { } participant)
            return CarrierError.NotFound(context.Request.Path);
        participant.Call.Mailbox.Post(new Signal.Parted(room));
        return Results.NoContent();
    }

    private static Dictionary<string, object?> Shape(TelephoneNetwork network, SimulatedConference room, ConferenceParticipant participant, string? status = null) => new(StringComparer.Ordinal)
    {
        ["account_sid"] = network.Settings.AccountSid,
        ["call_sid"] = participant.Call.Sid,
        ["conference_sid"] = room.Sid,
        ["label"] = participant.Label,
        ["call_sid_to_coach"] = participant.CoachedCallSid,
        ["coaching"] = participant.CoachedCallSid is not null,
        ["muted"] = participant.Muted,
        ["hold"] = participant.Hold,
        ["start_conference_on_enter"] = participant.StartOnEnter,
        ["end_conference_on_exit"] = participant.EndOnExit,
        ["status"] = status ?? "connected",
        ["queue_time"] = "0",
        ["date_created"] = CallParameters.Rfc2822(participant.Call.StartedAt),
        ["date_updated"] = CallParameters.Rfc2822(participant.Call.StartedAt),
        ["uri"] = $"{SandboxPaths.Carrier}Accounts/{network.Settings.AccountSid}/Conferences/{room.Sid}/Participants/{participant.Call.Sid}.json",
    };
}

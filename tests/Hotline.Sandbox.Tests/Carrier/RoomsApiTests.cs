using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;

namespace Hotline.Sandbox.Tests.Carrier;

public sealed class RoomsApiTests : IAsyncLifetime, IDisposable
{
    private readonly CarrierFixture carrier = new();

    [Fact]
    public async Task The_first_in_a_queue_can_be_taken_out_and_its_action_is_not_asked()
    {
        carrier.Hotline.On("/voice/incoming", """<Response><Enqueue action="left" waitUrl="">line</Enqueue></Response>""")
            .On("/voice/offer", "<Response><Say>your turn</Say><Gather/></Response>");
        var call = await carrier.Sandbox.Network.Phone(CallerKind.Mobile).DialAsync();
        var (_, queues) = await carrier.GetAsync("Queues.json");
        var queue = queues.GetProperty("queues")[0];
        var sid = queue.GetProperty("sid").GetString();

        var (_, members) = await carrier.GetAsync($"Queues/{sid}/Members.json");
        var (status, _) = await carrier.PostAsync($"Queues/{sid}/Members/Front.json", ("Url", "https://line.example.kr/hotline/voice/offer"));

        Assert.Equal((1, 1), (queue.GetProperty("current_size").GetInt32(), members.GetProperty("queue_members")[0].GetProperty("position").GetInt32()));
        Assert.Equal((200, CallActivity.Listening), (status, call.State));
        Assert.Empty(carrier.Hotline.All("/voice/left"));
        Assert.Equal(404, (await carrier.PostAsync($"Queues/{sid}/Members/Front.json", ("Url", "https://line.example.kr/hotline/voice/offer"))).Status);
    }

    [Fact]
    public async Task A_conference_is_joined_held_muted_and_ended_by_rest()
    {
        carrier.Hotline.On("/voice/incoming", """<Response><Dial action="dialed"><Conference waitUrl="" participantLabel="caller" statusCallback="events" statusCallbackEvent="hold mute end">room</Conference></Dial></Response>""")
            .On("/voice/events", "<Response/>").On("/voice/dialed", "<Response><Say>after</Say></Response>");
        var caller = await carrier.Sandbox.Network.Phone(CallerKind.Mobile).DialAsync();
        var (created, participant) = await carrier.PostAsync("Conferences/room/Participants.json", ("To", "client:agent-1"), ("From", "+8227358994"), ("Label", "counselor"));
        var counselor = await carrier.Sandbox.Network.Phone("client:agent-1").AnswerAsync();
        var room = carrier.Sandbox.Network.Conferences.Single();

        await carrier.PostAsync($"Conferences/{room.Sid}/Participants/caller.json", ("Hold", "true"));
        await counselor.SpeakAsync("not heard");
        await carrier.PostAsync($"Conferences/{room.Sid}/Participants/caller.json", ("Hold", "false"));
        await counselor.SpeakAsync("heard");
        var (_, listed) = await carrier.GetAsync($"Conferences/{room.Sid}/Participants.json");
        await carrier.PostAsync($"Conferences/{room.Sid}.json", ("Status", "completed"));

        Assert.Equal((201, counselor.Sid), (created, participant.GetProperty("call_sid").GetString()));
        Assert.Equal(2, listed.GetProperty("participants").GetArrayLength());
        Assert.Equal("\nheard\nafter", caller.HeardText);
        Assert.Equal(["participant-hold", "participant-unhold", "conference-end"], carrier.Hotline.All("/voice/events").Select(callback => callback["StatusCallbackEvent"]), StringComparer.Ordinal);
        Assert.True(counselor.IsOver);
    }

    [Fact]
    public async Task A_recording_is_found_by_its_call_fetched_and_gone_once_deleted()
    {
        carrier.Hotline.On("/voice/incoming", """<Response><Record action="recorded"/></Response>""").On("/voice/recorded", "<Response/>");
        var call = await carrier.Sandbox.Network.Phone(CallerKind.Mobile).DialAsync();
        await call.RecordAsync(Wav.Seconds(2));
        carrier.Sandbox.Faults.Next(FaultPoint.RecordingMedia, new Fault.Answer(404));

        var (_, list) = await carrier.GetAsync($"Recordings.json?CallSid={call.Sid}");
        var recording = Assert.Single(list.GetProperty("recordings").EnumerateArray());
        var path = $"Recordings/{recording.GetProperty("sid").GetString()}";
        Assert.Equal(404, (await carrier.GetAsync(path + ".wav")).Status);
        Assert.Equal(400, (await carrier.GetAsync(path + ".wav?RequestedChannels=2")).Status);
        Assert.Equal(Wav.Seconds(2), await carrier.Http.GetByteArrayAsync(new Uri(path + ".wav", UriKind.Relative)));
        using var deleted = await carrier.Http.DeleteAsync(new Uri(path + ".json", UriKind.Relative));

        Assert.Equal(("2", "completed", "RecordVerb"), (recording.GetProperty("duration").GetString(), recording.GetProperty("status").GetString(), recording.GetProperty("source").GetString()));
        Assert.Equal(204, (int)deleted.StatusCode);
        Assert.Equal((404, 404), ((await carrier.GetAsync(path + ".wav")).Status, (await carrier.GetAsync(path + ".json")).Status));
        Assert.Equal("deleted", (await carrier.GetAsync(path + ".json?IncludeSoftDeleted=true")).Body.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_numbers_addresses_can_be_read_and_set_and_texts_arrive()
    {
        var (_, list) = await carrier.GetAsync("IncomingPhoneNumbers.json?PhoneNumber=%2B8227358994");
        var number = Assert.Single(list.GetProperty("incoming_phone_numbers").EnumerateArray());
        var (_, updated) = await carrier.PostAsync($"IncomingPhoneNumbers/{number.GetProperty("sid").GetString()}.json", ("VoiceUrl", "https://line.example.kr/hotline/other"));
        var (status, message) = await carrier.PostAsync("Messages.json", ("To", "+821000001234"), ("From", "+8227358994"), ("Body", "요청하신 연락이 예약되었습니다."));

        Assert.Equal("https://line.example.kr/hotline/other", updated.GetProperty("voice_url").GetString());
        Assert.Equal((201, "queued"), (status, message.GetProperty("status").GetString()));
        Assert.Equal("요청하신 연락이 예약되었습니다.", carrier.Sandbox.Network.Phone("+821000001234").Messages.Single().Body);
        Assert.Equal(21614, (await carrier.PostAsync("Messages.json", ("To", "+8227358994"), ("From", "+8227358994"), ("Body", "x"))).Body.GetProperty("code").GetInt32());
    }

    public Task InitializeAsync() => carrier.InitializeAsync();

    public Task DisposeAsync() => carrier.DisposeAsync();

    public void Dispose() => carrier.Dispose();
}

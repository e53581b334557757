using Hotline.CallFlow;
using Hotline.CallFlow.Hours;
using Hotline.Twilio.Rest;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Callbacks;
using Hotline.Web.Calls;
using Hotline.Web.Cases;
using Hotline.Web.FollowUps;
using Hotline.Web.Hosting;
using Hotline.Web.Postgres;
using Hotline.Web.Prompts;
using Hotline.Web.Schedule;
using Hotline.Web.Sealing;
using Hotline.Web.Voice;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>
/// Messages left in the static flow, while our database was gone. Whoever stayed after its notice agreed to the recording and to being called:
/// the message becomes a callback request like any other, at the number that called, if it was shown.
/// </summary>
public sealed class DarkMessages(
    NpgsqlDataSource database,
    CallStore calls,
    ConsentStore consents,
    CallbackStore callbacks,
    RecordingStore recordings,
    CaseStore cases,
    FollowUpStore followUps,
    FollowUpTimes times,
    ScheduleStore schedule,
    PromptCatalogue prompts,
    NumberIndex numbers,
    TwilioClient carrier,
    IIdSource ids,
    IOptions<HotlineOptions> hotline,
    TimeProvider time)
{
    private const string Notice = "dark.apology";

    /// <exception cref="TwilioException">The carrier could not be asked about the call.</exception>
    public async Task AdoptAsync(string callSid, string recordingSid, TimeSpan length, CancellationToken cancellation)
    {
        if (await carrier.Calls.FindAsync(callSid, cancellation) is not { } told || !IsOurs(told))
            return;
        var caller = WebhookInputs.CallerOf(WebhookForm.Of([KeyValuePair.Create("From", told.From ?? "")]));
        var hours = await schedule.HoursAsync(cancellation);
        var hash = caller.Number is { } number ? await numbers.HashAsync(number, cancellation) : [];

        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var call = await FindOrAddAsync(connection, transaction, callSid, caller, hash);
        if (await recordings.FindAsync(connection, recordingSid, transaction) is null)
        {
            var batch = new WriteBatch();
            if (await callbacks.FindByCallAsync(connection, call.Id, call.Key, transaction) is null)
                Request(batch, call, caller, hash, hours);
            recordings.Add(batch, call.Id, recordingSid, length, unfinished: false);
            followUps.Add(batch, call.Id, FollowUpKind.FetchMessage, recordingSid, time.GetUtcNow());
            cases.Release(batch, call.Id, CasePurposes.CallbackRequest);
            followUps.Add(batch, call.Id, FollowUpKind.OpenCase, "", time.GetUtcNow() + times.Of(CaseDue.WithTranscript));
            await batch.SendAsync(connection, transaction, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    // Other numbers of the account are not our affair.
    private bool IsOurs(TwilioCall told) => string.Equals(Party.Parse(told.To).PhoneNumber, hotline.Value.Number, StringComparison.Ordinal);

    private async Task<Call> FindOrAddAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string callSid, Caller caller, byte[] hash)
    {
        if (await calls.LockAsync(connection, transaction, callSid, Notice) is { } known)
            return known.Call;
        var now = time.GetUtcNow();
        var state = new CallState { Step = StepName.TechnicalTrouble, Caller = caller, Over = true };
        var (id, key) = (ids.NewId(), CallKey.Generate());
        if (!await calls.AddAsync(connection, transaction, id, callSid, key, state, hash.Length > 0 ? hash : null, now))
            throw new InvalidOperationException("The call appeared while its message was being adopted.");
        var batch = new WriteBatch();
        var call = new Call(id, callSid, 0, state, key, now, QueuedAt: null, Ended: false);
        calls.SaveTurn(batch, call, state, 0, queuedAt: null, endedAt: now, endReason: "dark");
        calls.AddEvent(batch, id, 0, "adopted-after-outage", "{}", now);
        await batch.SendAsync(connection, transaction, CancellationToken.None);
        return call;
    }

    private void Request(WriteBatch batch, Call call, Caller caller, byte[] hash, OpeningHours hours)
    {
        var now = time.GetUtcNow();
        foreach (var kind in new[] { ConsentKind.Number, ConsentKind.Message })
            consents.Add(batch, call.Id, kind, true, Notice, prompts.Version(Notice), Language.Korean, keyPressed: null, now);
        var reference = ids.NewReference();
        var draft = new CallbackDraft(caller.Number, SafeWindows.AsSoonAsPossible(hours, SeoulTime.In(now)) ?? new SafeWindow(now, now + OpeningHours.Horizon, true), MessagePermission.LeaveNothing);
        // Nobody could ask how urgent it is: doubt raises.
        callbacks.Add(batch, ids.NewId(), call.Id, call.Key, reference, draft, hash, call.State with { Urgency = Urgency.U2 }, now, now);
        cases.Owe(batch, call.Id, CasePurposes.CallbackRequest, reference);
    }
}

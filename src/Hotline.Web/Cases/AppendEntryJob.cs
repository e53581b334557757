using Hotline.CaseBackend;
using Hotline.Web.FollowUps;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Cases;

/// <summary>Sends a stored entry to its case, once in effect.</summary>
public sealed class AppendEntryJob(NpgsqlDataSource database, CaseStore cases, CallKeyStore keys, ICaseBackend backend)
{
    public async Task<FollowUpOutcome> RunAsync(string entryKey, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var entry = await cases.FindEntryAsync(connection, entryKey);
        if (entry is null or { Appended: true } || await keys.FindAsync(connection, entry.CallId) is not { } key)
            return new FollowUpOutcome.Done();
        if (entry.CaseId is null)
            return new FollowUpOutcome.Again("The case is not open yet.");

        switch (await backend.AppendAsync(entry.CaseId, entryKey, key.Open(CaseStore.EntryIdentity(entryKey), entry.DocumentSealed), cancellation))
        {
            case EntryOutcome.Appended:
                await cases.MarkAppendedAsync(connection, entryKey);
                return new FollowUpOutcome.Done();
            case EntryOutcome.Unreachable unreachable:
                return new FollowUpOutcome.Again("The case backend could not be reached.", unreachable.RetryAfter);
            case EntryOutcome.Unauthorized:
                return new FollowUpOutcome.Again("The case backend does not accept our key: check CaseBackend:ApiKey.");
            case EntryOutcome.Refused refused:
                return new FollowUpOutcome.GiveUp($"The case backend refused an entry with status {refused.Status}.");
            default:
                throw new InvalidOperationException("EntryOutcome is a closed type.");
        }
    }
}

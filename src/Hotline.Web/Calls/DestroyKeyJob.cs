using Hotline.Web.FollowUps;
using Hotline.Web.Postgres;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Calls;

/// <summary>Destroys the key of a call whose caller cancelled everything in that very call, as soon as the call is over.</summary>
public sealed class DestroyKeyJob(NpgsqlDataSource database, CallStore calls, CallKeyStore keys, TimeProvider time)
{
    public async Task<FollowUpOutcome> RunAsync(Guid callId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (_, ended) = await calls.SidOfAsync(connection, callId);
        if (!ended)
            return new FollowUpOutcome.Again("The call goes on.", FollowUpTimes.CallEnds);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var batch = new WriteBatch();
        keys.Destroy(batch, callId, time.GetUtcNow());
        await batch.SendAsync(connection, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        return new FollowUpOutcome.Done();
    }
}

using Hotline.CallFlow;
using Hotline.CallFlow.Routing;
using Hotline.Web.Staff;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Web.Queue;

/// <summary>What the router looks at: the line, and what everybody who takes calls is doing. Presence is derived from legs and talks, see <see cref="CounselorPresence"/>.</summary>
public sealed class RoutingFacts(WaitStore waits, OfferStore offers, TalkStore talks, StaffStore staff, IOptions<RoutingOptions> options)
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(12);

    public async Task<(IReadOnlyList<Waiting> Line, IReadOnlyList<Counselor> Counselors)> ReadAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now)
    {
        var line = await waits.OpenAsync(connection, transaction, now);
        var asked = (await offers.OfWaitsAsync(connection, transaction, [.. line.Select(wait => wait.Id)])).ToLookup(offer => offer.WaitId, offer => offer.Offer);
        // One whose talk broke is led back into the line by the caller's own call; until then nobody is asked.
        var waiting = line.Where(wait => wait.IsWaiting || asked[wait.Id].Any(offer => offer.Stage.IsWon()));
        return ([.. waiting.Select(wait => wait.With(asked[wait.Id]))], await CounselorsAsync(connection, transaction, now));
    }

    public async Task<IReadOnlyList<Counselor>> CounselorsAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now)
    {
        var legs = (await offers.UnclosedAsync(connection, transaction)).ToLookup(offer => offer.CounselorId);
        var taken = await talks.LatestAsync(connection, transaction, now - Memory, options.Value.Rules.UrgentInARow + 1);
        return [.. (await staff.TakingCallsAsync(connection, transaction)).Select(person => Describe(person, [.. legs[person.Id]], [.. taken[person.Id]], now))];
    }

    private Counselor Describe(StaffOnDuty person, OfferRow[] legs, TakenTalk[] latest, DateTimeOffset now)
    {
        var facts = new PresenceFacts
        {
            Chosen = person.Status switch { StaffStatus.Available => Availability.Available, StaffStatus.Break => Availability.Break, _ => Availability.Offline },
            ChosenAt = person.StatusAt,
            Offers = [.. legs.Select(leg => leg.StageNow)],
            // A leg that is up after its offer ended still occupies the telephone.
            InCall = legs.Any(leg => !leg.StageNow.IsLive()),
            LastCallEndedAt = latest.FirstOrDefault()?.EndedAt,
            WrapUp = TimeSpan.FromSeconds(options.Value.WrapUpSeconds),
            WrapUpSetTo = latest.FirstOrDefault()?.WrapUpUntil,
        };
        return new Counselor
        {
            Id = person.Id,
            Presence = CounselorPresence.At(facts, now),
            Languages = [.. person.Languages.Select(code => string.Equals(code, "en", StringComparison.Ordinal) ? Language.English : Language.Korean)],
            Gender = person.Gender switch { "woman" => Gender.Woman, "man" => Gender.Man, _ => null },
            Skills = [.. person.Skills],
            IdleSince = CounselorPresence.IdleSince(facts),
            RecentCalls = [.. latest.Select(talk => talk.Call)],
        };
    }
}

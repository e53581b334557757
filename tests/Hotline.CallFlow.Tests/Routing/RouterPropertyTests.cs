using System.Collections.Immutable;
using CsCheck;
using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

/// <summary>What holds for every queue and every staff.</summary>
public sealed class RouterPropertyTests
{
    // Enough for the rare meetings: an urgent caller between rounds beside a routine one, two people idle since the same minute.
    private const int Samples = 3000;

    private static readonly Gen<Gender?> AnyGender = Gen.OneOf<Gender?>(null, Gender.Woman, Gender.Man);
    private static readonly Gen<string?> AnySkill = Gen.OneOf<string?>(null, "deletion", "legal");

    private static readonly Gen<ImmutableArray<Language>> AnyLanguages =
        Gen.OneOf<ImmutableArray<Language>>([Language.Korean], [Language.English], [Language.Korean, Language.English], []);

    private static readonly Gen<TakenCall> AnyTakenCall =
        Gen.Select(Gen.Enum<Urgency>(), Gen.Int[0, 59], (urgency, ended) => Call(urgency, ended));

    private static readonly Gen<Presence> AnyPresence =
        Gen.Frequency((3, Gen.Const(Presence.Available)), (1, Gen.Enum<Presence>()));

    private static readonly Gen<Counselor[]> AnyStaff = Gen.Select(AnyPresence, AnyLanguages, AnyGender, AnySkill, Gen.Int[0, 5], AnyTakenCall.Array[0, 3])
        .Select((presence, languages, gender, skill, idle, calls) => Counselor(0, idle, presence) with
        {
            Languages = languages,
            Gender = gender,
            Skills = skill is null ? [] : [skill],
            RecentCalls = [.. calls],
        })
        .Array[0, 6]
        .Select(staff => staff.Select((counselor, index) => counselor with { Id = Id(index + 1) }).ToArray());

    private static readonly Gen<Offer> AnyOffer = Gen.Select(
        Gen.Int[1, 6], Gen.Enum<OfferStage>().Where(stage => !stage.IsWon()), Gen.Int[0, 40],
        (counselor, stage, ago) => new Offer(Guid.Empty, Id(counselor), Now.AddSeconds(-ago), stage, stage.IsLive() ? null : Now.AddSeconds(-ago)));

    private static readonly Gen<Waiting> AnyWish = Gen.Select(Gen.OneOf(Language.Korean, Language.Korean, Language.English), AnyGender, Gen.Bool, AnySkill, Gen.Bool, Gen.Int[0, 6])
        .Select((language, gender, anyone, skill, required, preferred) => Caller(0) with
        {
            Language = language,
            GenderWish = gender,
            AcceptAnyone = anyone,
            Skill = skill,
            SkillRequired = required,
            PrefersCounselor = preferred == 0 ? null : Id(preferred),
        });

    private static readonly Gen<Waiting[]> AnyLine = Gen.Select(AnyWish, Gen.Enum<WaitingKind>(), Gen.Enum<Urgency>(), Gen.Int[0, 59], Gen.Bool, AnyOffer.Array[0, 4])
        .Select((wish, kind, urgency, arrived, head, offers) => wish with
        {
            Kind = kind,
            Urgency = urgency,
            ArrivedAt = Minute(arrived),
            ReadySince = Minute(arrived),
            AtHead = head,
            Offers = [.. offers],
        })
        .Array[0, 6]
        .Select(line => line.Select((waiting, index) => waiting with { Id = Id(1001 + index) }).ToArray());

    private static readonly Gen<RoutingRules> AnyRules = Gen.Select(Gen.Int[1, 2], Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[0, 20])
        .Select((parallel, urgent, round, pause) => new RoutingRules
        {
            ParallelOffers = parallel,
            UrgentParallelOffers = urgent,
            OffersPerRound = round,
            RoundPause = TimeSpan.FromSeconds(pause),
        });

    private static readonly Gen<Scene> AnyScene = Gen.Select(AnyLine, AnyStaff, AnyRules, (line, staff, rules) => new Scene(line, staff, rules));

    [Fact]
    public void No_counselor_gets_two_offers_or_one_while_busy() => AnyScene.Sample(scene =>
    {
        var chosen = scene.Matching.Offers.Select(offer => scene.Counselor(offer.CounselorId)).ToList();

        Assert.Distinct(chosen.Select(counselor => counselor.Id));
        Assert.All(chosen, counselor => Assert.Equal(Presence.Available, counselor.Presence));
        Assert.DoesNotContain(chosen, counselor => scene.Line.Any(waiting => waiting.Offers.Any(offer => offer.Stage.IsLive() && offer.CounselorId == counselor.Id)));
    }, iter: Samples);

    [Fact]
    public void No_offer_breaks_a_hard_rule() => AnyScene.Sample(scene =>
        Assert.All(scene.Matching.Offers, offer =>
        {
            var (waiting, counselor) = (scene.Waiting(offer.WaitingId), scene.Counselor(offer.CounselorId));

            Assert.Contains(waiting.Language, counselor.Languages);
            Assert.True(waiting.GenderWish is null || waiting.AcceptAnyone || counselor.Gender == waiting.GenderWish);
            Assert.True(!waiting.SkillRequired || waiting.Skill is null || counselor.Skills.Contains(waiting.Skill, StringComparer.Ordinal));
        }), iter: Samples);

    [Fact]
    public void Nobody_urgent_waits_behind_routine_while_a_counselor_who_fits_is_free() => AnyScene.Sample(scene =>
        Assert.All(scene.Matching.Offers.Where(offer => !scene.Waiting(offer.WaitingId).IsUrgent), offer =>
        {
            var counselor = scene.Counselor(offer.CounselorId);
            var passedOver = scene.Line.Where(waiting => waiting.IsUrgent && scene.AskedFor(waiting) == 0 && Scene.Suits(waiting, counselor));

            Assert.Empty(passedOver);
        }), iter: Samples);

    [Fact]
    public void An_urgent_caller_whom_nobody_refused_is_offered_whenever_a_counselor_who_fits_stays_free() => AnyScene.Sample(scene =>
        Assert.All(scene.Line.Where(waiting => waiting.IsUrgent && !waiting.Offers.Any(offer => offer.Stage.IsRefusal())), waiting =>
            Assert.True(scene.AskedFor(waiting) > 0 || !scene.LeftFree.Any(counselor => Scene.Suits(waiting, counselor)))), iter: Samples);

    [Fact]
    public void Within_a_tier_nobody_is_passed_over_for_someone_later_by_a_counselor_who_was_not_asked_before() => AnyScene.Sample(scene =>
        Assert.All(scene.Matching.Offers, offer =>
        {
            var (served, counselor) = (scene.Waiting(offer.WaitingId), scene.Counselor(offer.CounselorId));
            var passedOver = scene.Line.Where(waiting =>
                WaitingOrder.Instance.Compare(waiting, served) < 0
                && scene.AskedFor(waiting) == 0
                && waiting.Offers.IsEmpty
                && waiting.PrefersCounselor is null
                && Scene.Suits(waiting, counselor));

            Assert.Empty(passedOver);
        }), iter: Samples);

    [Fact]
    public void Nobody_is_asked_by_more_than_the_rules_allow() => AnyScene.Sample(scene =>
        Assert.All(scene.Line.Where(waiting => scene.Matching.Offers.Any(offer => offer.WaitingId == waiting.Id)), waiting =>
            Assert.True(scene.AskedFor(waiting) <= (waiting is { IsUrgent: true, Kind: WaitingKind.LiveCaller } ? scene.Rules.UrgentParallelOffers : scene.Rules.ParallelOffers))), iter: Samples);

    [Fact]
    public void Everybody_is_either_being_asked_for_or_reported_with_a_reason() => AnyScene.Sample(scene =>
        Assert.All(scene.Line, waiting =>
            Assert.Equal(scene.AskedFor(waiting) == 0, scene.Matching.Unmatched.Any(unmatched => unmatched.WaitingId == waiting.Id))), iter: Samples);

    [Fact]
    public void The_next_look_is_always_in_the_future() => AnyScene.Sample(scene =>
        Assert.True(scene.Matching.LookAgainAt is null || scene.Matching.LookAgainAt > Now), iter: Samples);

    [Fact]
    public void The_same_facts_give_the_same_offers_in_whatever_order_they_come() =>
        AnyScene.SelectMany(scene => Gen.Select(Gen.Shuffle(scene.Line.ToArray()), Gen.Shuffle(scene.Staff.ToArray()), (line, staff) => (scene, line, staff))).Sample(shuffled =>
        {
            var (scene, line, staff) = shuffled;

            var again = Router.Match(line, staff, scene.Rules, Now);

            Assert.Equal(scene.Matching.Offers.ToArray(), again.Offers.ToArray());
            Assert.Equal(scene.Matching.Unmatched.ToArray(), again.Unmatched.ToArray());
            Assert.Equal(scene.Matching.LookAgainAt, again.LookAgainAt);
        }, iter: Samples);

    private sealed record Scene(Waiting[] Line, Counselor[] Staff, RoutingRules Rules)
    {
        public Matching Matching { get; } = Router.Match(Line, Staff, Rules, Now);

        public IEnumerable<Counselor> LeftFree => Staff.Where(counselor =>
            counselor.Presence == Presence.Available
            && Matching.Offers.All(offer => offer.CounselorId != counselor.Id)
            && !Line.Any(waiting => waiting.Offers.Any(offer => offer.Stage.IsLive() && offer.CounselorId == counselor.Id)));

        public Waiting Waiting(Guid id) => Line.Single(waiting => waiting.Id == id);

        public Counselor Counselor(Guid id) => Staff.Single(counselor => counselor.Id == id);

        /// <summary>Offers before and after this look.</summary>
        public int AskedFor(Waiting waiting) =>
            waiting.Offers.Count(offer => offer.Stage.IsLive()) + Matching.Offers.Count(offer => offer.WaitingId == waiting.Id);

        /// <summary>Written down a second time on purpose: the hard rules as a reader of the requirements would put them.</summary>
        public static bool Suits(Waiting waiting, Counselor counselor) =>
            counselor.Languages.Contains(waiting.Language)
            && (waiting.GenderWish is null || waiting.AcceptAnyone || counselor.Gender == waiting.GenderWish)
            && (!waiting.SkillRequired || waiting.Skill is null || counselor.Skills.Contains(waiting.Skill, StringComparer.Ordinal));
    }
}

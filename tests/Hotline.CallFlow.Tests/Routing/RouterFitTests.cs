using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class RouterFitTests
{
    private static readonly Counselor Woman = Counselor(1, idleSince: 30) with { Gender = Gender.Woman };
    private static readonly Counselor Man = Counselor(2, idleSince: 10) with { Gender = Gender.Man };
    private static readonly Counselor NotStated = Counselor(3, idleSince: 5);

    [Fact]
    public void A_language_that_nobody_speaks_is_said_and_never_replaced()
    {
        var matching = Match([Caller(1, urgency: Urgency.U0) with { Language = Language.English }], [Woman, Man]);

        Assert.Empty(matching.Offers);
        Assert.Equal(UnmatchedReason.NobodySpeaksLanguage, matching.Reason(caller: 1));
        Assert.True(matching.Unmatched[0].NeedsAnotherWay);
    }

    [Fact]
    public void A_caller_waits_for_the_one_who_speaks_the_language_and_is_busy()
    {
        var english = Counselor(4, presence: Presence.Talking) with { Languages = [Language.Korean, Language.English] };

        var matching = Match([Caller(1) with { Language = Language.English }, Caller(2)], [Man, english]);

        Assert.Equal([(2, 2)], matching.Pairs());
        Assert.Equal(UnmatchedReason.AllBusy, matching.Reason(caller: 1));
        Assert.False(matching.Unmatched[0].NeedsAnotherWay);
    }

    [Fact]
    public void A_gender_wish_excludes_the_others_and_those_who_did_not_state_theirs()
    {
        var wish = Caller(1, urgency: Urgency.U0) with { GenderWish = Gender.Woman };

        Assert.Equal([(1, 1)], Match([wish], [Man, NotStated, Woman]).Pairs());
        Assert.Equal(UnmatchedReason.NobodyOfWishedGender, Match([wish], [Man, NotStated]).Reason(caller: 1));
    }

    [Fact]
    public void The_callers_key_turns_the_wish_into_a_preference()
    {
        var relaxed = Caller(1) with { GenderWish = Gender.Woman, AcceptAnyone = true };

        Assert.Equal([(1, 1)], Match([relaxed], [Man, NotStated, Woman]).Pairs());
        Assert.Equal([(1, 2)], Match([relaxed], [Man]).Pairs());
    }

    [Fact]
    public void A_skill_is_preferred_and_only_binding_when_it_was_asked_for()
    {
        var skilled = Counselor(4, idleSince: 50) with { Skills = ["Deletion"] };
        var prefers = Caller(1) with { Skill = "deletion" };

        Assert.Equal([(1, 4)], Match([prefers], [Man, skilled]).Pairs());
        Assert.Equal([(1, 2)], Match([prefers], [Man]).Pairs());
        Assert.Equal(UnmatchedReason.NobodyWithSkill, Match([prefers with { SkillRequired = true }], [Man]).Reason(caller: 1));
    }

    [Fact]
    public void The_reason_names_the_first_rule_that_leaves_nobody()
    {
        var demanding = Caller(1) with { Language = Language.English, GenderWish = Gender.Woman, Skill = "legal", SkillRequired = true };
        var englishMan = Counselor(5) with { Gender = Gender.Man, Languages = [Language.English] };
        var englishWoman = Counselor(6) with { Gender = Gender.Woman, Languages = [Language.English] };

        Assert.Equal(UnmatchedReason.NobodyOnDuty, Match([demanding], []).Reason(caller: 1));
        Assert.Equal(UnmatchedReason.NobodySpeaksLanguage, Match([demanding], [Woman]).Reason(caller: 1));
        Assert.Equal(UnmatchedReason.NobodyOfWishedGender, Match([demanding], [Woman, englishMan]).Reason(caller: 1));
        Assert.Equal(UnmatchedReason.NobodyWithSkill, Match([demanding], [Woman, englishMan, englishWoman]).Reason(caller: 1));
    }

    [Fact]
    public void Who_cannot_be_served_does_not_hold_up_those_behind()
    {
        var matching = Match([Caller(1, 40) with { GenderWish = Gender.Woman }, Caller(2, 50)], [Man]);

        Assert.Equal([(2, 2)], matching.Pairs());
    }
}

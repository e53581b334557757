namespace Hotline.CallFlow.Routing;

/// <summary>The hard rules: who may be asked for whom at all. No wait and no urgency relaxes them.</summary>
internal static class Fit
{
    public static bool Suits(Waiting waiting, Counselor counselor) =>
        Speaks(waiting, counselor) && MeetsGenderRule(waiting, counselor) && MeetsSkillRule(waiting, counselor);

    /// <summary>Why nobody on duty may ever be asked; null when somebody may.</summary>
    public static UnmatchedReason? WhyNobody(Waiting waiting, IReadOnlyCollection<Counselor> onDuty)
    {
        var left = onDuty.ToList();
        if (left.Count == 0)
            return UnmatchedReason.NobodyOnDuty;
        if (left.RemoveAll(counselor => !Speaks(waiting, counselor)) >= 0 && left.Count == 0)
            return UnmatchedReason.NobodySpeaksLanguage;
        if (left.RemoveAll(counselor => !MeetsGenderRule(waiting, counselor)) >= 0 && left.Count == 0)
            return UnmatchedReason.NobodyOfWishedGender;
        return left.Exists(counselor => MeetsSkillRule(waiting, counselor)) ? null : UnmatchedReason.NobodyWithSkill;
    }

    public static bool IsOfWishedGender(Waiting waiting, Counselor counselor) =>
        waiting.GenderWish is not { } wish || counselor.Gender == wish;

    public static bool HasSkill(Waiting waiting, Counselor counselor) =>
        waiting.Skill is not { } skill || counselor.Skills.Contains(skill, StringComparer.OrdinalIgnoreCase);

    private static bool Speaks(Waiting waiting, Counselor counselor) => counselor.Languages.Contains(waiting.Language);

    private static bool MeetsGenderRule(Waiting waiting, Counselor counselor) =>
        waiting.AcceptAnyone || IsOfWishedGender(waiting, counselor);

    private static bool MeetsSkillRule(Waiting waiting, Counselor counselor) =>
        !waiting.SkillRequired || HasSkill(waiting, counselor);
}

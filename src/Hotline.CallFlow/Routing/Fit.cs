namespace Hotline.CallFlow.Routing;

/// <summary>The hard rules: who may be asked for whom at all. No wait and no urgency relaxes them.</summary>
internal static class Fit
{
    public static bool Suits(Waiting waiting, Counselor counselor) =>
        Speaks(waiting, counselor) && MeetsGenderRule(waiting, counselor) && MeetsSkillRule(waiting, counselor);

    /// <summary>Why nobody on duty may ever be asked; null when somebody may.</summary>
    public static UnmatchedReason? WhyNobody(Waiting waiting, IReadOnlyCollection<Counselor> onDuty)
    {
        var speaking = onDuty.Where(counselor => Speaks(waiting, counselor)).ToList();
        var wished = speaking.Where(counselor => MeetsGenderRule(waiting, counselor)).ToList();
        return onDuty.Count == 0 ? UnmatchedReason.NobodyOnDuty
            : speaking.Count == 0 ? UnmatchedReason.NobodySpeaksLanguage
            : wished.Count == 0 ? UnmatchedReason.NobodyOfWishedGender
            : wished.Exists(counselor => MeetsSkillRule(waiting, counselor)) ? null
            : UnmatchedReason.NobodyWithSkill;
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

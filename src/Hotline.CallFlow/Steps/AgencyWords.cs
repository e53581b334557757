using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>An agency's name, number and hours, for the prompts that speak of it.</summary>
internal static class AgencyWords
{
    public static Prompt With(Prompt prompt, Agency agency) => prompt
        .With("agencyName", new Spoken.Words(agency.NameKo, agency.NameEn))
        .With("agencyDigits", new Spoken.ShortCode(agency.Digits))
        .With("agencyHours", agency.Hours.Describe());
}

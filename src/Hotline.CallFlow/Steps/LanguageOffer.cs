using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>The offer of another language, always in the language of those who need it.</summary>
internal static class LanguageOffer
{
    public static ImmutableArray<Utterance> For(Language language) => language == Language.Korean
        ? [new Prompt("language.offer") { In = Language.English }]
        : [new Prompt("language.more") { In = Language.English }];
}

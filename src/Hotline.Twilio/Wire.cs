using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;

namespace Hotline.Twilio;

/// <summary>
/// The word that stands for an enum member in TwiML, in webhooks and in REST: <see cref="EnumMemberAttribute"/> if there is
/// one, else the member's name in kebab-case (<c>NoAnswer</c> is <c>no-answer</c>). Words are compared ordinally.
/// </summary>
public static class Wire
{
    public static string Word<TEnum>(TEnum member) where TEnum : struct, Enum => Words<TEnum>.ByMember[member];

    /// <summary>Null when Twilio sent a word that this version does not know.</summary>
    public static TEnum? Member<TEnum>(string? word) where TEnum : struct, Enum =>
        word is not null && Words<TEnum>.ByWord.TryGetValue(word, out var member) ? member : null;

    internal static string WordOf(Enum member) => WordOf(member.GetType(), member.ToString());

    internal static IReadOnlyDictionary<string, object> MembersOf(Type type) =>
        Enum.GetValues(type).Cast<object>().ToDictionary(member => WordOf(type, member.ToString()!), StringComparer.Ordinal);

    private static string WordOf(Type type, string name) =>
        type.GetField(name)!.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? Kebab(name);

    private static string Kebab(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }

    private static class Words<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<string, TEnum> ByWord =
            MembersOf(typeof(TEnum)).ToFrozenDictionary(pair => pair.Key, pair => (TEnum)pair.Value, StringComparer.Ordinal);

        public static readonly FrozenDictionary<TEnum, string> ByMember =
            ByWord.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}

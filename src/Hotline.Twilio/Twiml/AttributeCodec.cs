using System.Globalization;

namespace Hotline.Twilio.Twiml;

/// <summary>One kind of attribute value, both ways. <see cref="Read"/> throws <see cref="FormatException"/> that says what would be right.</summary>
internal abstract class AttributeCodec
{
    /// <summary>Null for a property that is not an attribute, such as nested elements.</summary>
    public static AttributeCodec? For(Type type)
    {
        if (type == typeof(string)) return new TextCodec();
        if (type == typeof(int?)) return new IntegerCodec();
        if (type == typeof(bool?)) return new FlagCodec();
        if (Nullable.GetUnderlyingType(type) is { IsEnum: true } word) return Make(typeof(WordCodec<>), word);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) && type.GenericTypeArguments[0].IsEnum)
            return Make(typeof(WordListCodec<>), type.GenericTypeArguments[0]);
        return null;
    }

    public abstract string? Write(object value);

    public abstract object Read(string text);

    private static AttributeCodec Make(Type codec, Type word) => (AttributeCodec)Activator.CreateInstance(codec.MakeGenericType(word))!;

    private sealed class TextCodec : AttributeCodec
    {
        public override string Write(object value) => (string)value;

        public override object Read(string text) => text;
    }

    private sealed class IntegerCodec : AttributeCodec
    {
        public override string Write(object value) => ((int)value).ToString(CultureInfo.InvariantCulture);

        public override object Read(string text) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException("must be an integer");
    }

    private sealed class FlagCodec : AttributeCodec
    {
        public override string Write(object value) => (bool)value ? "true" : "false";

        public override object Read(string text) => text switch
        {
            "true" => true,
            "false" => false,
            _ => throw new FormatException("must be true or false, in lower case"),
        };
    }

    private sealed class WordCodec<TEnum> : AttributeCodec where TEnum : struct, Enum
    {
        public override string Write(object value) => Wire.Word((TEnum)value);

        public override object Read(string text) =>
            Wire.Member<TEnum>(text)
            ?? throw new FormatException($"must be one of {string.Join(' ', Enum.GetValues<TEnum>().Select(Wire.Word))}");
    }

    private sealed class WordListCodec<TEnum> : AttributeCodec where TEnum : struct, Enum
    {
        private readonly WordCodec<TEnum> one = new();

        public override string? Write(object value)
        {
            var members = (ValueList<TEnum>)value;
            return members.IsEmpty ? null : string.Join(' ', members.Select(Wire.Word));
        }

        public override object Read(string text)
        {
            var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) throw new FormatException("must not be empty");
            return words.Select(word => (TEnum)one.Read(word)).ToValueList();
        }
    }
}

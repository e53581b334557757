using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Twilio.Rest;

/// <summary>How REST answers read: snake_case, words as enums with <c>Unknown</c> for new ones, RFC 2822 times, numbers often as strings.</summary>
internal static class TwilioJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new WordConverterFactory(), new MomentConverter(), new SecondsConverter() },
    };

    private sealed class WordConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class WordConverter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Wire.Member<TEnum>(reader.GetString()) ?? default;

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(Wire.Word(value));
    }

    private sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TwilioTime.Parse(reader.GetString()) ?? throw new JsonException("A time is neither RFC 2822 nor ISO 8601.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(TwilioTime.Write(value));
    }

    // Durations are seconds, as a string in some resources and as a number in others.
    private sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? TimeSpan.FromSeconds(reader.GetDouble())
            : double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : throw new JsonException("A duration is not a number of seconds.");

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.TotalSeconds.ToString("0", CultureInfo.InvariantCulture));
    }
}

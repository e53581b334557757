using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;

namespace Hotline.Twilio.Rest;

/// <summary>
/// A request record as form or query pairs: every property under its own name, null left out, a list as repeated fields
/// (space-separated lists belong to TwiML alone), booleans in lower case. A name with an operator in it stands in
/// a <see cref="DataMemberAttribute"/>.
/// </summary>
internal static class FormFields
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(string Name, PropertyInfo Property)>> Known = new();

    public static ImmutableArray<KeyValuePair<string, string>> Of(object? request) => request is null ? [] :
    [
        .. Known.GetOrAdd(request.GetType(), PropertiesOf)
            .SelectMany(field => ValuesOf(field.Property.GetValue(request)).Select(value => KeyValuePair.Create(field.Name, value))),
    ];

    private static ImmutableArray<(string, PropertyInfo)> PropertiesOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is { } getter && getter.GetParameters().Length == 0)
            .Select(property => (property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name, property)),
    ];

    private static IEnumerable<string> ValuesOf(object? value) => value switch
    {
        null => [],
        string text => [text],
        bool flag => [flag ? "true" : "false"],
        Enum member => [Wire.WordOf(member)],
        DateTimeOffset moment => [TwilioTime.WriteFilter(moment)],
        IEnumerable list => list.Cast<object>().SelectMany(ValuesOf),
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
    };
}

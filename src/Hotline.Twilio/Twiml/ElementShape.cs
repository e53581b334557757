using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Xml.Serialization;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// How a record is an element: its name, and its attributes, which are the init properties of plain type that are not
/// positional. Writer, reader and rules all read the records through this, so that an attribute is declared once.
/// </summary>
internal sealed class ElementShape
{
    private static readonly ConcurrentDictionary<Type, ElementShape> Known = new();

    private ElementShape(Type type)
    {
        Name = type.GetCustomAttribute<XmlRootAttribute>()?.ElementName ?? type.Name;
        var positional = type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.Name!)
            .ToHashSet(StringComparer.Ordinal);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Attributes = [.. properties
            .Where(property => property.CanWrite && !positional.Contains(property.Name))
            .Select(property => (Property: property, Codec: AttributeCodec.For(property.PropertyType)))
            .Where(pair => pair.Codec is not null)
            .Select(pair => new AttributeShape(NameOf(pair.Property), pair.Property, pair.Codec!))];
        Rules = [.. properties
            .SelectMany(property => property.GetCustomAttributes<ValidationAttribute>()
                .Select(rule => (Name: positional.Contains(property.Name) ? "its text" : NameOf(property), property, rule)))];
    }

    public string Name { get; }

    public ImmutableArray<AttributeShape> Attributes { get; }

    public ImmutableArray<(string Name, PropertyInfo Property, ValidationAttribute Rule)> Rules { get; }

    public static ElementShape Of(object element) => Known.GetOrAdd(element.GetType(), static type => new ElementShape(type));

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<XmlAttributeAttribute>()?.AttributeName
        ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
}

internal sealed record AttributeShape(string Name, PropertyInfo Property, AttributeCodec Codec)
{
    /// <summary>Null when the attribute is left out.</summary>
    public string? Write(object element) => Property.GetValue(element) is { } value ? Codec.Write(value) : null;

    public void Read(object element, string text) => Property.SetValue(element, Codec.Read(text));
}

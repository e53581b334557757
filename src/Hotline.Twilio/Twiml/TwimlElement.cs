using System.Xml.Linq;

namespace Hotline.Twilio.Twiml;

/// <summary>One element of a document being read; every way to read its content refuses what must not stand there.</summary>
internal sealed class TwimlElement(XElement element)
{
    public string Name => element.Name.ToString();

    public bool HasChildren => element.HasElements;

    /// <summary>Fills the attributes into a record that nobody else has seen yet.</summary>
    public T Bind<T>(T record) where T : class
    {
        var shape = ElementShape.Of(record);
        foreach (var attribute in element.Attributes())
        {
            var name = attribute.Name.Namespace == XNamespace.Xml ? $"xml:{attribute.Name.LocalName}" : attribute.Name.ToString();
            var known = shape.Attributes.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal))
                ?? throw new TwimlException($"<{Name}> has the unknown attribute {name}{DidYouMean(name, shape.Attributes.Select(candidate => candidate.Name))}.");
            try
            {
                known.Read(record, attribute.Value);
            }
            catch (FormatException fault)
            {
                throw new TwimlException($"<{Name}>: {name} {fault.Message}.", fault);
            }
        }
        return record;
    }

    public T Empty<T>(T record)
    {
        _ = Children<object>(child => throw child.Misplaced());
        return record;
    }

    /// <summary>Text alone. Twilio ignores white space around addresses, numbers and names; spoken text keeps it.</summary>
    public string Text(bool trim = true)
    {
        foreach (var child in element.Elements()) throw new TwimlElement(child).Misplaced();
        return trim ? element.Value.Trim() : element.Value;
    }

    public ValueList<T> Children<T>(Func<TwimlElement, T> read)
    {
        if (element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
            throw new TwimlException($"<{Name}> takes no text{(HasChildren ? " beside its elements" : "")}.");
        return element.Elements().Select(child => read(new TwimlElement(child))).ToValueList();
    }

    public ValueList<T> Mixed<T>(Func<string, T> text, Func<TwimlElement, T> read) => element.Nodes()
        .Where(node => node is XElement or XText)
        .Select(node => node is XElement child ? read(new TwimlElement(child)) : text(((XText)node).Value))
        .ToValueList();

    public Parameter Parameter()
    {
        if (Name is not "Parameter") throw Misplaced();
        _ = Children<object>(child => throw child.Misplaced());
        if (element.Attributes().FirstOrDefault(attribute => attribute.Name.ToString() is not ("name" or "value")) is { } unknown)
            throw new TwimlException($"<Parameter> has the unknown attribute {unknown.Name}; it takes name and value.");
        return new Parameter(element.Attribute("name")?.Value ?? "", element.Attribute("value")?.Value ?? "");
    }

    public TwimlException Misplaced() => new(element.Parent is { } parent
        ? $"<{Name}> is unknown or must not stand in <{parent.Name}>."
        : $"<{Name}> must not be the root.");

    private static string DidYouMean(string name, IEnumerable<string> known) =>
        known.FirstOrDefault(candidate => string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase)) is { } near ? $" (did you mean {near}?)" : "";
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Hotline.Sandbox.Cases;

/// <summary>
/// Checks JSON against the schemas of an OpenAPI 3.1 document, with the keywords that our contract uses. A keyword that it
/// does not know is an error, so that nothing in the contract is quietly ignored.
/// </summary>
public sealed class ContractSchema(YamlMappingNode schemas)
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(200);

    public static ContractSchema Load(TextReader yaml)
    {
        var stream = new YamlStream();
        stream.Load(yaml);
        return new(Child(Child((YamlMappingNode)stream.Documents[0].RootNode, "components"), "schemas"));
    }

    /// <summary>What is wrong with a value, as JSON pointers and sentences; empty when it follows the schema.</summary>
    public IReadOnlyList<string> Check(string schemaName, JsonElement value)
    {
        List<string> wrongs = [];
        Check(Child(schemas, schemaName), value, "", wrongs);
        return wrongs;
    }

    private void Check(YamlMappingNode schema, JsonElement value, string at, List<string> wrongs)
    {
        foreach (var (keyNode, rule) in schema.Children)
        {
            switch (Text(keyNode))
            {
                case "$ref": Check(Child(schemas, Text(rule).Split('/')[^1]), value, at, wrongs); break;
                case "type": Require(IsOfType(Text(rule), value), $"must be of type {rule}"); break;
                case "enum": Require(((YamlSequenceNode)rule).Any(word => string.Equals(Text(word), Plain(value), StringComparison.Ordinal)), $"must be one of {rule}"); break;
                case "pattern": Require(value.ValueKind is not JsonValueKind.String || Regex.IsMatch(value.GetString()!, Text(rule), RegexOptions.None, PatternTimeout), $"must match {rule}"); break;
                case "format": Require(value.ValueKind is not JsonValueKind.String || HasFormat(Text(rule), value), $"must be a {rule}"); break;
                case "minimum": Require(value.ValueKind is not JsonValueKind.Number || value.GetDouble() >= Number(rule), $"must be at least {rule}"); break;
                case "maximum": Require(value.ValueKind is not JsonValueKind.Number || value.GetDouble() <= Number(rule), $"must be at most {rule}"); break;
                case "required": CheckRequired((YamlSequenceNode)rule, value, at, wrongs); break;
                case "properties": CheckProperties((YamlMappingNode)rule, value, at, wrongs); break;
                case "additionalProperties": CheckNothingElse(schema, value, at, wrongs); break;
                case "items": CheckItems((YamlMappingNode)rule, value, at, wrongs); break;
                case "description" or "default" or "examples": break;
                // An unquoted comma in a flow mapping leaves such a key behind: it says nothing.
                case var _ when rule is YamlScalarNode { Value: null or "" }: break;
                case var unknown: throw new NotSupportedException($"The contract uses the keyword {unknown}, which the checker does not know.");
            }
        }

        void Require(bool holds, string sentence)
        {
            if (!holds)
                wrongs.Add($"{(at.Length is 0 ? "/" : at)} {sentence}");
        }
    }

    private static void CheckRequired(YamlSequenceNode names, JsonElement value, string at, List<string> wrongs)
    {
        if (value.ValueKind is JsonValueKind.Object)
            wrongs.AddRange(names.Select(Text).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}/{name} is missing"));
    }

    private void CheckProperties(YamlMappingNode properties, JsonElement value, string at, List<string> wrongs)
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return;
        foreach (var (name, schema) in properties.Children)
        {
            if (value.TryGetProperty(Text(name), out var child))
                Check((YamlMappingNode)schema, child, $"{at}/{Text(name)}", wrongs);
        }
    }

    private static void CheckNothingElse(YamlMappingNode schema, JsonElement value, string at, List<string> wrongs)
    {
        if (value.ValueKind is not JsonValueKind.Object || Text(schema.Children["additionalProperties"]) is not "false")
            return;
        var known = Child(schema, "properties").Children.Keys.Select(Text).ToHashSet(StringComparer.Ordinal);
        wrongs.AddRange(value.EnumerateObject().Where(property => !known.Contains(property.Name)).Select(property => $"{at}/{property.Name} is not allowed"));
    }

    private void CheckItems(YamlMappingNode schema, JsonElement value, string at, List<string> wrongs)
    {
        if (value.ValueKind is not JsonValueKind.Array)
            return;
        foreach (var (index, item) in value.EnumerateArray().Index())
            Check(schema, item, string.Create(CultureInfo.InvariantCulture, $"{at}/{index}"), wrongs);
    }

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind is JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "number" => value.ValueKind is JsonValueKind.Number,
        _ => throw new NotSupportedException($"The contract uses the type {type}, which the checker does not know."),
    };

    /// <summary>RFC 3339 with an offset: a local time without one is what this is here to catch.</summary>
    private static bool HasFormat(string format, JsonElement value) => format switch
    {
        "date-time" => Regex.IsMatch(value.GetString()!, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, PatternTimeout) && value.TryGetDateTimeOffset(out _),
        "uuid" => value.TryGetGuid(out _),
        _ => throw new NotSupportedException($"The contract uses the format {format}, which the checker does not know."),
    };

    private static string Plain(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static double Number(YamlNode node) => double.Parse(Text(node), CultureInfo.InvariantCulture);

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private static YamlMappingNode Child(YamlMappingNode node, string name) => (YamlMappingNode)node.Children[name];
}

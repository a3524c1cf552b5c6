using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Core.Tests.Policies.Schema;

/// <summary>YAML text as an editor hands it to a JSON Schema: plain scalars have the types of YAML 1.2's core schema
/// (https://yaml.org/spec/1.2.2/#103-core-schema), though the policy language reads all of them as text.</summary>
internal static partial class YamlValue
{
    /// <summary>The value, or null when the text is not YAML that the policy language takes apart at all.</summary>
    public static JsonElement? Read(string text) =>
        Composer.Compose(text, "policy.yaml", new Problems()) is { } root ? JsonSerializer.SerializeToElement(Value(root)) : null;

    private static JsonNode? Value(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key, Value(e.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Value)]),
        TextNode { IsPlain: true } text => Scalar(text.Text),
        TextNode text => JsonValue.Create(text.Text),
        _ => throw new NotSupportedException(node.Shape),
    };

    private static JsonNode? Scalar(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL") return null;
        if (text is "true" or "True" or "TRUE") return JsonValue.Create(true);
        if (text is "false" or "False" or "FALSE") return JsonValue.Create(false);
        return Number().IsMatch(text) ? JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)) : JsonValue.Create(text);
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}

using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Remediator.House.Tests;

/// <summary>YAML of this repository, as a tree.</summary>
internal static class Yaml
{
    public static YamlMappingNode Load(string path)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Text(path)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    /// <summary>Null where the path breaks off.</summary>
    public static YamlNode? Find(YamlNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            if ((node as YamlMappingNode)?.Children.TryGetValue(new YamlScalarNode(key), out var next) is not true) return null;
            node = next;
        }

        return node;
    }

    public static string? Text(YamlNode? node, params ReadOnlySpan<string> path) => Find(node, path)?.ToString();

    public static IEnumerable<YamlNode> Items(YamlNode? node, params ReadOnlySpan<string> path) => Find(node, path) switch
    {
        null => [],
        YamlSequenceNode list => list,
        var one => [one],
    };

    public static IEnumerable<(string Name, YamlNode Node)> Fields(YamlNode? node, params ReadOnlySpan<string> path) =>
        Find(node, path) is YamlMappingNode map ? map.Children.Select(c => (c.Key.ToString(), c.Value)) : [];

    /// <summary>What JSON would say, under the templates' default parameters: no condition holds, so that <c>!If</c> is its last part.
    /// Plain words and numbers are what they look like; a reference stands by its name.</summary>
    public static JsonNode Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(c.Key.ToString(), (JsonNode?)Json(c.Value)))),
        YamlSequenceNode list when list.Tag == "!If" => Json(list.Children[^1]),
        YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } number when double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => JsonValue.Create(value),
        _ => JsonValue.Create(node.ToString())!,
    };
}

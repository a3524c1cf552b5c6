using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Remediator.Aws.Tests.Amazon.ServiceModels;

/// <summary>
/// A document in the AWS query protocol: as form parameters and as XML. Source: the awsQuery protocol of the Smithy specification (lists are
/// <c>Name.member.1</c>, maps are <c>Name.entry.1.key</c> and <c>.value</c>, unless the shape names its parts otherwise).
/// </summary>
internal sealed class QueryDocument(ServiceModel model)
{
    internal IEnumerable<KeyValuePair<string, string>> Form(string shapeName, JsonNode document, string prefix = "")
    {
        var shape = model.Shapes[shapeName];
        return shape.Type switch
        {
            "structure" => document.AsObject().SelectMany(pair =>
                Form(shape.Members![pair.Key].Shape, pair.Value!, Join(prefix, shape.Members[pair.Key].LocationName ?? pair.Key))),
            "list" => document.AsArray().SelectMany((item, i) => Form(shape.Member!.Shape, item!, Join(prefix, $"{shape.Member.LocationName ?? "member"}.{i + 1}"))),
            "map" => document.AsObject().SelectMany((pair, i) => Entry(shape, pair, Join(prefix, $"entry.{i + 1}"))),
            _ => [KeyValuePair.Create(prefix, Text(document))],
        };
    }

    /// <summary>The answer of an operation, as the service writes it.</summary>
    internal static string Answer(string operation, JsonNode document, string requestId)
    {
        XNamespace space = "http://sns.amazonaws.com/doc/2010-03-31/";
        var members = document.AsObject().Select(pair => new XElement(space + pair.Key, Text(pair.Value!)));
        return new XElement(
            space + (operation + "Response"),
            new XElement(space + (operation + "Result"), members),
            new XElement(space + "ResponseMetadata", new XElement(space + "RequestId", requestId))).ToString();
    }

    private IEnumerable<KeyValuePair<string, string>> Entry(ModelShape map, KeyValuePair<string, JsonNode?> pair, string prefix) =>
        Form(map.Value!.Shape, pair.Value!, Join(prefix, map.Value.LocationName ?? "value"))
            .Prepend(KeyValuePair.Create(Join(prefix, map.Key!.LocationName ?? "key"), pair.Key));

    private static string Join(string prefix, string name) => prefix.Length == 0 ? name : prefix + "." + name;

    private static string Text(JsonNode value) => value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String => value.GetValue<string>(),
        System.Text.Json.JsonValueKind.True => "true",
        System.Text.Json.JsonValueKind.False => "false",
        _ => Convert.ToString(value.GetValue<object>(), CultureInfo.InvariantCulture)!,
    };
}

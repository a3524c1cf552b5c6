using System.Globalization;
using System.Text.Json.Nodes;

namespace Remediator.Aws.Tests.Amazon.ServiceModels;

/// <summary>Makes a document in which every member of a shape is present and every value is another one.</summary>
internal sealed class ModelDocument(ServiceModel model)
{
    private int _made;

    internal JsonNode Of(string shapeName)
    {
        var shape = model.Shapes[shapeName];
        var number = ++_made;
        return shape.Type switch
        {
            "structure" => new JsonObject(shape.Members!.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Of(member.Value.Shape)))),
            "list" => new JsonArray(Of(shape.Member!.Shape), Of(shape.Member.Shape)),
            "map" => new JsonObject { [$"key {number} \"ü\""] = Of(shape.Value!.Shape), [$"key <{number}> &"] = Of(shape.Value.Shape) },
            "string" => JsonValue.Create($"text {number} <&'\"> 名前 \u00e9"),
            "integer" => JsonValue.Create(number),
            "double" => JsonValue.Create(number + 0.5),
            "boolean" => JsonValue.Create(number % 2 == 0),
            "blob" => JsonValue.Create(Convert.ToBase64String(Guid.Parse(number.ToString("D32", CultureInfo.InvariantCulture)).ToByteArray())),
            var other => throw new InvalidOperationException($"shape `{shapeName}` is of type `{other}`, which no test here knows"),
        };
    }
}

using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.ServiceModels;

/// <summary>
/// Writes an object of a stand-in as the model says it is, by reflection and so by no code of the stand-in's own. A property without a
/// member, a member without a property, and a value of another type than the shape's are errors; null properties are left out.
/// </summary>
internal sealed class ObjectDocument(ServiceModel model)
{
    internal JsonNode Of(string shapeName, object value)
    {
        var shape = model.Shapes[shapeName];
        return (shape.Type, value) switch
        {
            ("structure", _) => Structure(shape, value),
            ("list", IList list) => new JsonArray([.. list.Cast<object>().Select(item => Of(shape.Member!.Shape, item))]),
            ("map", IDictionary map) => new JsonObject(map.Keys.Cast<string>().Select(key =>
                KeyValuePair.Create(key, (JsonNode?)Of(shape.Value!.Shape, map[key]!)))),
            ("string", string text) => JsonValue.Create(text),
            ("string", ConstantClass constant) => JsonValue.Create(constant.Value),
            ("integer", int number) => JsonValue.Create(number),
            ("double", double number) => JsonValue.Create(number),
            ("boolean", bool truth) => JsonValue.Create(truth),
            ("blob", MemoryStream bytes) => JsonValue.Create(Convert.ToBase64String(bytes.ToArray())),
            _ => throw new InvalidOperationException($"shape `{shapeName}` is a {shape.Type}, the stand-in holds a `{value.GetType()}` there"),
        };
    }

    private JsonObject Structure(ModelShape shape, object value)
    {
        var properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
        Assert.Equal(shape.Members!.Keys.Order(StringComparer.Ordinal), properties.Keys.Order(StringComparer.Ordinal));
        var made = new JsonObject();
        foreach (var (name, member) in shape.Members)
        {
            if (properties[name].GetValue(value) is { } held)
                made.Add(name, Of(member.Shape, held));
        }

        return made;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Remediator.Core.Tests.Policies.Schema;

/// <summary>Validates values against a JSON Schema of draft 2020-12, for the keywords that policy.schema.json uses and no others: a
/// keyword that is not known here fails the test, so that none is silently passed over.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description", "default", "examples"];

    public static JsonSchema Parse(string text) => new(JsonDocument.Parse(text).RootElement);

    /// <summary>Everything that is wrong, each with its place; empty when the value is valid.</summary>
    public IReadOnlyList<string> Validate(JsonElement value) => [.. Check(root, value, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.ValueKind is JsonValueKind.True) return [];
        if (schema.ValueKind is JsonValueKind.False) return [$"{at}: is not allowed"];
        return schema.EnumerateObject().SelectMany(keyword => Keyword(schema, keyword.Name, keyword.Value, value, at)).ToList();
    }

    private IEnumerable<string> Keyword(JsonElement schema, string name, JsonElement says, JsonElement value, string at) => name switch
    {
        _ when Annotations.Contains(name) => [],
        "$ref" => Check(Referenced(says.GetString()!), value, at),
        "type" => When(!HasType(says, value), at, $"is no {says}"),
        "enum" => When(!says.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)), at, $"is none of {says}"),
        "const" => When(!JsonElement.DeepEquals(says, value), at, $"is not {says}"),
        "pattern" => When(value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, says.GetString()!, RegexOptions.ECMAScript), at, $"does not fit {says}"),
        "minLength" => When(value.ValueKind == JsonValueKind.String && Runes(value) < says.GetInt32(), at, "is too short"),
        "maxLength" => When(value.ValueKind == JsonValueKind.String && Runes(value) > says.GetInt32(), at, "is too long"),
        "minimum" => When(value.ValueKind == JsonValueKind.Number && value.GetDouble() < says.GetDouble(), at, $"is less than {says}"),
        "maximum" => When(value.ValueKind == JsonValueKind.Number && value.GetDouble() > says.GetDouble(), at, $"is more than {says}"),
        "minItems" => When(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < says.GetInt32(), at, "has too few items"),
        "minProperties" => When(value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() < says.GetInt32(), at, "has too few keys"),
        "items" => Items(says, value, at),
        "required" => Required(says, value, at),
        "properties" => Properties(says, value, at),
        "propertyNames" => PropertyNames(says, value, at),
        "additionalProperties" => Additional(schema, says, value, at),
        "anyOf" => AnyOf(says, value, at),
        "oneOf" => When(says.EnumerateArray().Count(s => !Check(s, value, at).Any()) != 1, at, "fits none of the forms, or several"),
        "not" => When(!Check(says, value, at).Any(), at, "is what it must not be"),
        _ => throw new NotSupportedException($"the schema's keyword `{name}` is not known to this validator"),
    };

    private JsonElement Referenced(string reference)
    {
        Assert.StartsWith("#/$defs/", reference, StringComparison.Ordinal);
        return root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);
    }

    private static bool HasType(JsonElement types, JsonElement value) => types.ValueKind == JsonValueKind.Array
        ? types.EnumerateArray().Any(t => HasType(t, value))
        : types.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() == Math.Floor(value.GetDouble()),
            var other => throw new NotSupportedException($"the type `{other}` is not known to this validator"),
        };

    private IEnumerable<string> Items(JsonElement schema, JsonElement value, string at) => value.ValueKind != JsonValueKind.Array
        ? []
        : value.EnumerateArray().SelectMany((item, i) => Check(schema, item, string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]")));

    private static IEnumerable<string> Required(JsonElement keys, JsonElement value, string at) => value.ValueKind != JsonValueKind.Object
        ? []
        : keys.EnumerateArray().Where(key => !value.TryGetProperty(key.GetString()!, out _)).Select(key => $"{at}: `{key}` is missing");

    private IEnumerable<string> Properties(JsonElement schemas, JsonElement value, string at) => value.ValueKind != JsonValueKind.Object
        ? []
        : value.EnumerateObject().SelectMany(p => schemas.TryGetProperty(p.Name, out var schema) ? Check(schema, p.Value, $"{at}.{p.Name}") : []);

    private IEnumerable<string> PropertyNames(JsonElement schema, JsonElement value, string at) => value.ValueKind != JsonValueKind.Object
        ? []
        : value.EnumerateObject().SelectMany(p => Check(schema, JsonSerializer.SerializeToElement(p.Name), $"{at}: the key {p.Name}"));

    private IEnumerable<string> Additional(JsonElement owner, JsonElement schema, JsonElement value, string at) => value.ValueKind != JsonValueKind.Object
        ? []
        : value.EnumerateObject().Where(p => !owner.TryGetProperty("properties", out var known) || !known.TryGetProperty(p.Name, out _))
            .SelectMany(p => Check(schema, p.Value, $"{at}.{p.Name}"));

    /// <summary>When no form fits, the complaints of the one that comes nearest: of the forms for this kind of value, the one with the fewest.</summary>
    private IEnumerable<string> AnyOf(JsonElement forms, JsonElement value, string at)
    {
        var complaints = forms.EnumerateArray().Select(form => Check(form, value, at).ToList()).ToList();
        return complaints.Exists(c => c.Count == 0) ? [] : complaints.MinBy(c => c.Count)!;
    }

    private static int Runes(JsonElement value) => value.GetString()!.EnumerateRunes().Count();

    private static IEnumerable<string> When(bool wrong, string at, string what) => wrong ? [$"{at}: {what}"] : [];
}

using System.Text.Json;

namespace Remediator.Core.Tests.Policies.Schema;

/// <summary>functions/Core/Policies/policy.schema.json.</summary>
internal static class PolicySchema
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Path.Combine(PolicyText.SampleFolder, "..", "policy.schema.json"))).RootElement;

    public static IReadOnlyList<string> Validate(string yaml) =>
        YamlValue.Read(yaml) is { } value ? new JsonSchema(Root).Validate(value) : throw new ArgumentException("not YAML", nameof(yaml));

    public static JsonElement At(params ReadOnlySpan<string> path)
    {
        var found = Root;
        foreach (var key in path) found = int.TryParse(key, out var index) ? found[index] : found.GetProperty(key);
        return found;
    }

    /// <summary>Every schema of the file that is not a mere word: itself and all that it is made of, each with its path.</summary>
    public static IEnumerable<(string Path, JsonElement Schema)> All() => Below("$", Root);

    private static IEnumerable<(string Path, JsonElement Schema)> Below(string path, JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) yield break;
        yield return (path, schema);
        foreach (var keyword in schema.EnumerateObject())
        {
            var below = keyword.Name switch
            {
                "properties" or "$defs" => keyword.Value.EnumerateObject().Select(p => ($"{path}.{p.Name}", p.Value)),
                "anyOf" or "oneOf" => keyword.Value.EnumerateArray().Select((s, i) => ($"{path}/{i}", s)),
                "items" or "additionalProperties" or "propertyNames" or "not" => [($"{path}/{keyword.Name}", keyword.Value)],
                _ => [],
            };
            foreach (var found in below.SelectMany(b => Below(b.Item1, b.Item2))) yield return found;
        }
    }
}

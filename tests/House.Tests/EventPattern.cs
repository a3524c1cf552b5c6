using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remediator.House.Tests;

/// <summary>EventBridge's patterns as far as the templates use them: one of a list, a prefix, existence; a list on the way matches where
/// any of its entries does (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).</summary>
internal static class EventPattern
{
    public static bool Matches(JsonNode pattern, JsonNode read) => Matches((JsonObject)pattern, [read]);

    private static bool Matches(JsonObject pattern, IReadOnlyList<JsonNode> places) => pattern.All(field =>
    {
        var below = places.SelectMany(p => Spread((p as JsonObject)?[field.Key])).ToList();
        return field.Value is JsonObject inner ? Matches(inner, below) : ((JsonArray)field.Value!).Any(one => IsMet(one!, below));
    });

    private static IEnumerable<JsonNode> Spread(JsonNode? found) => found switch
    {
        null => [],
        JsonArray list => list.OfType<JsonNode>(),
        _ => [found],
    };

    private static bool IsMet(JsonNode condition, List<JsonNode> values)
    {
        if (condition is not JsonObject test) return values.Any(v => JsonNode.DeepEquals(v, condition));
        var (name, wanted) = test.Single();
        return name switch
        {
            "exists" => wanted!.GetValue<bool>() == values.Count > 0,
            "prefix" => values.Any(v => v.GetValueKind() == JsonValueKind.String && v.GetValue<string>().StartsWith(wanted!.GetValue<string>(), StringComparison.Ordinal)),
            _ => throw new ArgumentException($"the event pattern's `{name}` is not known here"),
        };
    }
}

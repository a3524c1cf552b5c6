using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Remediator.House.Tests;

/// <summary>EventBridge's patterns as far as the templates use them; a list on the way matches where any of its entries does (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).</summary>
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
        if (condition is JsonObject { Count: 1 } test && test["exists"] is { } exists) return exists.GetValue<bool>() == values.Count > 0;
        return values.Any(v => Is(condition, v));
    }

    private static bool Is(JsonNode condition, JsonNode value)
    {
        if (condition is not JsonObject test) return JsonNode.DeepEquals(value, condition);
        var (name, wanted) = test.Single();
        return name switch
        {
            "prefix" => Text(value)?.StartsWith(Text(wanted!)!, StringComparison.Ordinal) is true,
            "wildcard" => Text(value) is { } text && Regex.IsMatch(text, $"^{Regex.Escape(Text(wanted!)!).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline),
            "anything-but" => !Is(wanted!, value),
            "numeric" when wanted is JsonArray { Count: 2 } limit && Text(limit[0]!) == ">=" => value.GetValueKind() == JsonValueKind.Number && value.GetValue<double>() >= limit[1]!.GetValue<double>(),
            _ => throw new ArgumentException($"the event pattern's `{test.ToJsonString()}` is not known here"),
        };
    }

    private static string? Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}

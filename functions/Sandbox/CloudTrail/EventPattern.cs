using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remediator.Sandbox.CloudTrail;

/// <summary>
/// The part of EventBridge's pattern language that our rules use: a field's value is one of a list, begins with a prefix, or does (not)
/// exist; a list on the way matches where any of its entries does
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).
/// </summary>
public sealed class EventPattern
{
    private readonly JsonObject _pattern;

    private EventPattern(JsonObject pattern) => _pattern = pattern;

    /// <summary>The rules that bring events to OnSecurityGroupChange, by name, the same as in template.yaml.</summary>
    public static ImmutableDictionary<string, EventPattern> OnSecurityGroupChange { get; } = JsonNode.Parse(Embedded.Text("event-patterns.json"))!.AsObject()
        .ToImmutableDictionary(rule => rule.Key, rule => new EventPattern(rule.Value!.AsObject()));

    /// <exception cref="ArgumentException">The text is not a JSON object.</exception>
    public static EventPattern Parse(string json) => JsonNode.Parse(json) is JsonObject pattern
        ? new(pattern)
        : throw new ArgumentException("an event pattern is a JSON object", nameof(json));

    public bool Matches(JsonObject read) => Matches(_pattern, [read]);

    public override string ToString() => _pattern.ToJsonString();

    private static bool Matches(JsonObject pattern, IReadOnlyList<JsonNode> places) => pattern.All(field => field.Value switch
    {
        JsonObject inner => Matches(inner, Below(places, field.Key)),
        JsonArray any => any.Any(one => IsMet(one, Below(places, field.Key))),
        _ => throw new ArgumentException($"`{field.Key}` of an event pattern is neither an object nor an array"),
    });

    private static List<JsonNode> Below(IReadOnlyList<JsonNode> places, string name) =>
        [.. places.Select(place => (place as JsonObject)?[name]).SelectMany(Entries).OfType<JsonNode>()];

    private static IEnumerable<JsonNode?> Entries(JsonNode? found) => found is JsonArray list ? list : Enumerable.Repeat(found, 1);

    private static bool IsMet(JsonNode? condition, IReadOnlyList<JsonNode> values) => condition switch
    {
        JsonObject { Count: 1 } test when test["exists"] is { } exists => exists.GetValue<bool>() == values.Count > 0,
        JsonObject { Count: 1 } test when test["prefix"] is { } prefix =>
            values.Any(value => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().StartsWith(prefix.GetValue<string>(), StringComparison.Ordinal)),
        JsonObject other => throw new ArgumentException($"the event pattern's `{other.ToJsonString()}` is not known here"),
        _ => values.Any(value => JsonNode.DeepEquals(condition, value)),
    };
}

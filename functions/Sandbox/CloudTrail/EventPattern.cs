using System.Text.Json.Nodes;

namespace Remediator.Sandbox.CloudTrail;

/// <summary>
/// The part of EventBridge's pattern language that our rule uses: a field's value is one of a list, or does (not) exist
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).
/// </summary>
public sealed class EventPattern
{
    private readonly JsonObject _pattern;

    private EventPattern(JsonObject pattern) => _pattern = pattern;

    /// <summary>The rule that brings events to OnSecurityGroupChange, the same as in template.yaml.</summary>
    public static EventPattern OnSecurityGroupChange { get; } = Parse(Embedded.Text("event-pattern.json"));

    /// <exception cref="ArgumentException">The text is not a JSON object.</exception>
    public static EventPattern Parse(string json) => JsonNode.Parse(json) is JsonObject pattern
        ? new(pattern)
        : throw new ArgumentException("an event pattern is a JSON object", nameof(json));

    public bool Matches(JsonObject read) => Matches(_pattern, read);

    public override string ToString() => _pattern.ToJsonString();

    private static bool Matches(JsonObject pattern, JsonObject? read) => pattern.All(field => field.Value switch
    {
        JsonObject inner => Matches(inner, read?[field.Key] as JsonObject),
        JsonArray any => any.Any(one => IsMet(one, read?[field.Key])),
        _ => throw new ArgumentException($"`{field.Key}` of an event pattern is neither an object nor an array"),
    });

    private static bool IsMet(JsonNode? condition, JsonNode? value) => condition switch
    {
        JsonObject { Count: 1 } test when test["exists"] is { } exists => exists.GetValue<bool>() == value is not null,
        JsonObject other => throw new ArgumentException($"the event pattern's `{other.ToJsonString()}` is not known here"),
        _ => JsonNode.DeepEquals(condition, value),
    };
}

using System.Text.Json;
using Remediator.Verdicts;

namespace Remediator.Cli.Json;

/// <summary>Each rule that has something against a permission, and where it stands.</summary>
internal static class ReasonsJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<Reason> reasons)
    {
        json.WriteStartArray("reasons");
        foreach (var reason in reasons)
        {
            var rule = reason.Rule;
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteString("kind", Words.Of(rule.Kind));
            json.WriteString("name", rule.Name);
            PlaceJson.Write(json, rule.Place);
            json.WriteString("verdict", Words.Of(reason.Decision));
            json.WriteString("asks", Words.Of(reason.Asks));
            if (reason.Observing) json.WriteBoolean("observing", true);
            json.WriteString("why", rule.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.Text.Json;
using Remediator.Policies;

namespace Remediator.Cli.Json;

/// <summary>Which policy a document is about.</summary>
internal static class PolicyJson
{
    public static void Write(Utf8JsonWriter json, Policy policy)
    {
        json.WriteStartObject("policy");
        json.WriteString("source", policy.Source);
        json.WriteString("digest", policy.Digest);
        json.WriteString("mode", Words.Of(policy.Mode));
        json.WriteNumber("rules", policy.Rules.Select(r => r.Id).Distinct().Count());
        json.WriteEndObject();
    }
}

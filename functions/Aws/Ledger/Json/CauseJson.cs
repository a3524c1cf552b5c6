using System.Text.Json;
using Remediator.Containment;

namespace Remediator.Aws.Ledger.Json;

/// <summary>The finding that a measure answers.</summary>
internal static class CauseJson
{
    public static void Write(Utf8JsonWriter json, Cause cause)
    {
        json.WriteStartObject("cause");
        json.WriteString("finding", cause.FindingId);
        json.Maybe("arn", cause.FindingArn);
        json.WriteString("type", cause.Type);
        json.WriteNumber("severity", cause.Severity);
        json.WriteStartArray("ports");
        foreach (var port in cause.Ports) json.WriteNumberValue(port);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static Cause Read(Part part) => new(
        part.Member("finding").Text(),
        part.Optional("arn")?.Text(),
        part.Member("type").Text(),
        part.Member("severity").Number(),
        [.. part.Member("ports").Items().Select(port => port.Int())]);
}

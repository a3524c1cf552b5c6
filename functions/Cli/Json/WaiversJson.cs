using System.Text.Json;
using Remediator.Verdicts;

namespace Remediator.Cli.Json;

/// <summary>The waivers that cover some of what is forbidden, and what they cover.</summary>
internal static class WaiversJson
{
    public static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartArray("waivers");
        foreach (var waiver in verdict.Waivers)
        {
            json.WriteStartObject();
            json.WriteString("id", waiver.Id);
            json.WriteString("owner", waiver.Owner);
            json.WriteString("reason", waiver.Reason);
            if (waiver.Ticket is { } ticket) json.WriteString("ticket", ticket);
            json.WriteString("until", waiver.Until);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ServicesJson.Write(json, "waivedPorts", verdict.Waived.Services);
    }
}

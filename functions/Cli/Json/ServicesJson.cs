using System.Text.Json;
using Remediator.Network;

namespace Remediator.Cli.Json;

/// <summary>Services as a list of <c>{ protocol, from, to }</c>: one entry for each stretch of a protocol.</summary>
/// <remarks><code>
/// everything           { "protocol": "all" }
/// tcp, udp             { "protocol": "tcp", "from": 22, "to": 22 }
/// a whole protocol     { "protocol": "50" }, { "protocol": "icmp" }
/// ICMP types           { "protocol": "icmp", "from": 3, "to": 4 }
/// codes of one type    { "protocol": "icmp", "from": 3, "to": 3, "codes": { "from": 1, "to": 4 } }
/// </code></remarks>
internal static class ServicesJson
{
    public static void Write(Utf8JsonWriter json, string name, ServiceSet services)
    {
        json.WriteStartArray(name);
        if (services.Equals(ServiceSet.All)) WriteAll(json);
        else foreach (var stretch in services.Stretches)
            for (int number = stretch.First.Number; number <= stretch.Last.Number; number++) WriteStretch(json, new((byte)number), stretch);
        json.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("protocol", "all");
        json.WriteEndObject();
    }

    private static void WriteStretch(Utf8JsonWriter json, Protocol protocol, ServiceStretch stretch)
    {
        json.WriteStartObject();
        json.WriteString("protocol", protocol.ToString());
        if (protocol.HasPorts) WriteRange(json, stretch.From, stretch.To);
        else if (protocol.IsIcmp && !stretch.IsWhole) WriteIcmp(json, stretch);
        json.WriteEndObject();
    }

    private static void WriteIcmp(Utf8JsonWriter json, ServiceStretch stretch)
    {
        WriteRange(json, stretch.From >> 8, stretch.To >> 8);
        if ((stretch.From & 0xFF) == 0 && (stretch.To & 0xFF) == 0xFF) return;
        json.WriteStartObject("codes");
        WriteRange(json, stretch.From & 0xFF, stretch.To & 0xFF);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, int from, int to)
    {
        json.WriteNumber("from", from);
        json.WriteNumber("to", to);
    }
}

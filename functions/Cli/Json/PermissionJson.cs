using System.Text.Json;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Cli.Json;

/// <summary>The fields that say what a permission opens, as what it is and not as it was spelled.</summary>
/// <remarks><c>fromPort</c> and <c>toPort</c> are there for tcp and udp always, and for ICMP, as EC2 has it, the type and its code (-1:
/// every code) unless it is every type.</remarks>
internal static class PermissionJson
{
    public static void WriteService(Utf8JsonWriter json, Permission permission)
    {
        var services = permission.Services;
        var all = services.Equals(ServiceSet.All);
        var stretch = all ? default : services.Stretches[0];
        json.WriteString("protocol", all ? "all" : stretch.First.ToString());
        if (all) return;
        if (stretch.First.HasPorts) WritePorts(json, stretch.From, stretch.To);
        else if (stretch.First.IsIcmp && !stretch.IsWhole) WritePorts(json, stretch.From >> 8, stretch.From == stretch.To ? stretch.From & 0xFF : -1);
    }

    /// <summary>A permission of a remainder or of what is missing: protocol, ports and peer.</summary>
    public static void WritePiece(Utf8JsonWriter json, Permission permission)
    {
        json.WriteStartObject();
        WriteService(json, permission);
        json.WriteString("peer", permission.Peer.Text);
        json.WriteEndObject();
    }

    private static void WritePorts(Utf8JsonWriter json, int from, int to)
    {
        json.WriteNumber("fromPort", from);
        json.WriteNumber("toPort", to);
    }
}

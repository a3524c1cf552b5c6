using System.Net;
using Remediator.Network;

namespace Remediator.Threats;

/// <summary>The protocol of a connection: a name or a number; <c>Unknown</c> says as much as no field.</summary>
internal static class ProtocolReader
{
    /// <summary>The name as it stands there, checked; null when the finding does not say.</summary>
    public static string? Name(FindingPart place)
    {
        var field = place.Field("protocol");
        var name = field?.TextOrNumber();
        if (field is null || string.Equals(name, "unknown", StringComparison.OrdinalIgnoreCase)) return null;
        if (name is not null && Protocol.TryParse(name, out _)) return name;
        place.Problems.Add(field.Not("a protocol such as `TCP`"));
        return null;
    }

    /// <summary>Between IPv6 addresses, ICMP is that of IPv6 (RFC 4443).</summary>
    public static Protocol? Of(string? name, IPAddress remote)
    {
        if (name is null || !Protocol.TryParse(name, out var protocol)) return null;
        return protocol == Protocol.Icmp && remote.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Protocol.IcmpV6 : protocol;
    }
}

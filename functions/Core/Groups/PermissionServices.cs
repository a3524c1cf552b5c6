using System.Globalization;
using Remediator.Network;

namespace Remediator.Groups;

/// <summary>Protocol and ports as EC2 writes them → the services that they open, never fewer than EC2 opens.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html: -1 is every protocol; tcp and udp need
/// ports; ICMP has its type in FromPort and its code in ToPort, -1 for all; any other protocol is open whole, whatever the ports say.</remarks>
internal static class PermissionServices
{
    public static ServiceSet? Read(string protocolText, int? from, int? to, out string spelled, out string? problem)
    {
        (spelled, problem) = (protocolText, null);
        if (protocolText is "-1" or "all") return All(out spelled);
        if (!Protocol.TryParse(protocolText, out var protocol))
        {
            problem = $"protocol `{protocolText}` is none: expected tcp, udp, icmp, icmpv6, -1 or a number from 0 to 255";
            return null;
        }

        spelled = protocol.ToString();
        if (protocol.HasPorts) return Ports(protocol, from, to, out problem);
        return protocol.IsIcmp ? Icmp(protocol, from, to, out problem) : ServiceSet.Whole(protocol);
    }

    private static ServiceSet All(out string spelled)
    {
        spelled = "-1";
        return ServiceSet.All;
    }

    private static ServiceSet? Ports(Protocol protocol, int? from, int? to, out string? problem)
    {
        problem = null;
        if (from is null or -1 && to is null or -1) return ServiceSet.Whole(protocol);
        if (from is >= 0 and <= 65535 && to is >= 0 and <= 65535 && from <= to) return ServiceSet.Ports(protocol, (ushort)from, (ushort)to);
        problem = string.Create(CultureInfo.InvariantCulture, $"{protocol} ports `{from}` to `{to}` are none: expected 0 to 65535, upwards");
        return null;
    }

    private static ServiceSet? Icmp(Protocol protocol, int? type, int? code, out string? problem)
    {
        problem = null;
        if (type is null or -1) return ServiceSet.Whole(protocol);
        if (type is >= 0 and <= 255 && code is null or -1) return ServiceSet.Icmp(protocol, (byte)type, null);
        if (type is >= 0 and <= 255 && code is >= 0 and <= 255) return ServiceSet.Icmp(protocol, (byte)type, (byte)code.Value);
        problem = string.Create(CultureInfo.InvariantCulture, $"{protocol} type `{type}` and code `{code}` are none: expected -1 or 0 to 255");
        return null;
    }
}

using System.Globalization;
using Remediator.Network;

namespace Remediator.Groups;

/// <summary>Protocol and ports as EC2 writes them → the services that they open, never fewer than EC2 opens.</summary>
/// <remarks>What https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html says, and what becomes of the rest:
/// <code>
/// protocol        from, to                   opens
/// -1 (or all)     anything                   everything
/// tcp, udp        0-65535, upwards           these ports
/// tcp, udp        both -1 or both missing    every port
/// tcp, udp        anything else              a problem: EC2 takes no such rule, so this was read wrongly
/// icmp, icmpv6    -1 or missing, anything    every type; a code without a type says nothing
/// icmp, icmpv6    type, -1 or missing        the type with all its codes
/// icmp, icmpv6    type, code                 that one
/// icmp, icmpv6    anything else              a problem
/// another number  anything                   the whole protocol
/// </code></remarks>
internal static class PermissionServices
{
    /// <param name="spelled">The protocol as EC2 spells it.</param>
    /// <param name="problem">What was read and what was expected; null exactly when there are services.</param>
    public static ServiceSet? Read(string protocolText, int? from, int? to, out string spelled, out string? problem)
    {
        (spelled, problem) = ("-1", null);
        if (protocolText == "-1" || protocolText.Equals("all", StringComparison.OrdinalIgnoreCase)) return ServiceSet.All;
        spelled = protocolText;
        if (!Protocol.TryParse(protocolText, out var protocol))
        {
            problem = $"protocol `{Shown(protocolText)}` is none: expected tcp, udp, icmp, icmpv6, -1 or a number from 0 to 255";
            return null;
        }

        spelled = protocol.ToString();
        if (protocol.HasPorts) return Ports(protocol, from, to, out problem);
        return protocol.IsIcmp ? Icmp(protocol, from, to, out problem) : ServiceSet.Whole(protocol);
    }

    private static ServiceSet? Ports(Protocol protocol, int? from, int? to, out string? problem)
    {
        problem = null;
        if ((from, to) is (null, null) or (-1, -1)) return ServiceSet.Whole(protocol);
        if (from is >= 0 and <= ushort.MaxValue && to is >= 0 and <= ushort.MaxValue && from <= to) return ServiceSet.Ports(protocol, (ushort)from, (ushort)to);
        problem = $"{protocol} ports `{Shown(from)}` to `{Shown(to)}` are none: expected 0 to 65535, upwards";
        return null;
    }

    private static ServiceSet? Icmp(Protocol protocol, int? type, int? code, out string? problem)
    {
        problem = null;
        if (type is null or -1) return ServiceSet.Whole(protocol);
        if (type is >= 0 and <= byte.MaxValue && code is null or -1) return ServiceSet.Icmp(protocol, (byte)type.Value, null);
        if (type is >= 0 and <= byte.MaxValue && code is >= 0 and <= byte.MaxValue) return ServiceSet.Icmp(protocol, (byte)type.Value, (byte)code.Value);
        problem = $"{protocol} type `{Shown(type)}` and code `{Shown(code)}` are none: expected -1 or 0 to 255";
        return null;
    }

    /// <summary>The text may be anybody's: short, and on one line.</summary>
    private static string Shown(string text) => new([.. text.Take(20).Select(c => char.IsControl(c) || c == '`' ? '?' : c)]);

    private static string Shown(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "nothing";
}

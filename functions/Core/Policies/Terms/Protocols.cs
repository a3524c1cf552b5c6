using Remediator.Network;

namespace Remediator.Policies.Terms;

/// <summary>Protocols by name or number (IANA, Assigned Internet Protocol Numbers).</summary>
internal static class Protocols
{
    public static ImmutableArray<string> Names { get; } = ["tcp", "udp", "icmp", "icmpv6", "esp", "ah", "gre", "sctp", "igmp"];

    /// <summary>Numbers that people do mean as protocols: ICMP, IGMP, IP in IP, TCP, UDP, IPv6 in IPv4, GRE, ESP, AH, ICMPv6, OSPF,
    /// EtherIP, PIM, VRRP, L2TP, SCTP, UDP-Lite. Any other number, 22 or 80 say, is more likely a port.</summary>
    public static bool IsInUse(Protocol protocol) => protocol.Number is 1 or 2 or 4 or 6 or 17 or 41 or 47 or 50 or 51 or 58 or 89 or 97 or 103 or 112 or 115 or 132 or 136;

    /// <summary>Reads a name, in any case, or a number from 0 to 255 without leading zeros.</summary>
    public static bool TryRead(string text, out Protocol protocol)
    {
        protocol = text.ToLowerInvariant() switch
        {
            "igmp" => new(2),
            "gre" => new(47),
            "esp" => new(50),
            "ah" => new(51),
            "sctp" => new(132),
            _ => default,
        };
        if (protocol != default) return true;
        return (text.Length < 2 || text[0] != '0') && Protocol.TryParse(text, out protocol);
    }
}

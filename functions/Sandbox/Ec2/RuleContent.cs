using System.Net;
using System.Net.Sockets;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// What identifies a rule within a group and direction: protocol, ports and one peer, each spelled as EC2 stores it. Protocol -1 has no
/// ports; a protocol that has none is stored with -1 and -1.
/// </summary>
public sealed record RuleContent(string Protocol, int From, int To, string Peer)
{
    public PeerKind Kind => Peer switch
    {
        var list when list.StartsWith("pl-", StringComparison.Ordinal) => PeerKind.PrefixList,
        var block when block.Contains(':', StringComparison.Ordinal) => PeerKind.Ipv6,
        var block when block.Contains('/', StringComparison.Ordinal) => PeerKind.Ipv4,
        _ => PeerKind.Group,
    };

    public static RuleContent Of(string protocol, int? from, int? to, string peer) =>
        ProtocolName(protocol) is var name && name == "-1" ? new("-1", -1, -1, peer) : new(name, from ?? -1, to ?? -1, peer);

    /// <summary>The name that EC2 shows for a protocol number.</summary>
    public static string ProtocolName(string protocol) => protocol.ToLowerInvariant() switch
    {
        "6" => "tcp",
        "17" => "udp",
        "1" => "icmp",
        "58" => "icmpv6",
        "all" => "-1",
        var other => other,
    };

    /// <summary>
    /// EC2 clears the host bits of a CIDR (API_IpRange: 100.68.0.18/18 is stored as 100.68.0.0/18). Anything else stays as it is, for
    /// moto to refuse.
    /// </summary>
    public static string Cidr(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || !IPAddress.TryParse(parts[0], out var address) || !byte.TryParse(parts[1], out var length))
            return text;
        var bytes = address.GetAddressBytes();
        if (length > bytes.Length * 8 || address.AddressFamily == AddressFamily.InterNetwork && parts[0].Count(letter => letter == '.') != 3)
            return text;
        for (var bit = (int)length; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)(0xFF ^ (0x80 >> (bit % 8)));
        return $"{new IPAddress(bytes)}/{length}";
    }
}

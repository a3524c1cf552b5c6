using System.Globalization;

namespace Remediator.Network;

/// <summary>An IP protocol by its number (IANA, Assigned Internet Protocol Numbers).</summary>
public readonly record struct Protocol(byte Number)
{
    public static readonly Protocol Icmp = new(1);
    public static readonly Protocol Tcp = new(6);
    public static readonly Protocol Udp = new(17);
    public static readonly Protocol IcmpV6 = new(58);

    /// <summary>Whether a permission for it carries ports.</summary>
    public bool HasPorts => this == Tcp || this == Udp;

    /// <summary>Whether a permission for it carries an ICMP type and code.</summary>
    public bool IsIcmp => this == Icmp || this == IcmpV6;

    /// <summary>Whether EC2 spells it by name.</summary>
    public bool HasName => HasPorts || IsIcmp;

    /// <summary>Reads a name that EC2 knows (tcp, udp, icmp, icmpv6; in any case) or a number from 0 to 255.</summary>
    public static bool TryParse(string text, out Protocol protocol)
    {
        protocol = text.ToLowerInvariant() switch
        {
            "tcp" => Tcp,
            "udp" => Udp,
            "icmp" => Icmp,
            "icmpv6" => IcmpV6,
            _ => default,
        };
        if (protocol != default) return true;
        if (!byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        protocol = new(number);
        return true;
    }

    /// <summary>As EC2 spells it: by name where it has one, else the number.</summary>
    public override string ToString() => Number switch
    {
        1 => "icmp",
        6 => "tcp",
        17 => "udp",
        58 => "icmpv6",
        _ => Number.ToString(CultureInfo.InvariantCulture),
    };
}

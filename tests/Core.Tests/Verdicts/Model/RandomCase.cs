using System.Globalization;
using System.Numerics;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Cases whose ports, protocols and blocks come from few places, so that they meet, touch and miss each other by one.</summary>
internal sealed class RandomCase(Random random)
{
    private static readonly int[] Ports = [0, 1, 21, 22, 23, 80, 443, 3389, 65534, 65535];
    private static readonly int[] Types = [0, 3, 8, 128, 255];
    private static readonly string[] Protocols = ["tcp", "tcp", "6", "TCP", "udp", "17", "icmp", "1", "icmpv6", "58", "-1", "all", "50", "47", "0", "255"];
    private static readonly string[] IPv4 = ["0.0.0.0", "10.0.0.0", "10.255.255.255", "11.0.0.0", "127.255.255.255", "128.0.0.0", "172.16.0.0", "192.168.1.1", "203.0.113.0", "203.0.113.128", "203.0.113.255", "255.255.255.255"];
    private static readonly string[] IPv6 = ["::", "::1", "::ffff:203.0.113.7", "64:ff9b::", "2000::", "2001:db8::", "2001:db8:8000::", "2002::", "fc00::", "fe80::1", "8000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"];

    private static readonly AddressRange[] BuiltInPrivate =
    [
        At("10.0.0.0", 8), At("172.16.0.0", 12), At("192.168.0.0", 16), At("100.64.0.0", 10), At("127.0.0.0", 8), At("169.254.0.0", 16),
        At("fc00::", 7), At("fe80::", 10), At("::1", 128),
    ];

    public ModelCase Next()
    {
        var protocol = Pick(Protocols);
        var (from, to) = PortsOf(protocol);
        var kind = random.Next(6) switch { 0 => "group", 1 => "list", _ => "block" };
        var rules = Enumerable.Range(1, random.Next(1, 6)).Select(Rule).ToArray();
        AddressRange[] own = random.Next(3) == 0 ? [.. BuiltInPrivate, Block()] : BuiltInPrivate;
        return new(random.Next(4) > 0, own, rules, random.Next(3) > 0, protocol, from, to, kind, kind == "block" ? Block() : null);
    }

    private static AddressRange At(string address, int length)
    {
        var bytes = System.Net.IPAddress.Parse(address).GetAddressBytes();
        return AddressRange.Around(bytes.Length * 8, new BigInteger(bytes, isUnsigned: true, isBigEndian: true), length);
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private bool? Maybe() => random.Next(3) switch { 0 => null, var n => n == 1 };

    private AddressRange Block()
    {
        if (random.Next(2) == 0) return At(Pick(IPv4), random.Next(3) == 0 ? random.Next(33) : Pick([0, 1, 7, 8, 16, 23, 24, 25, 31, 32]));
        return At(Pick(IPv6), random.Next(3) == 0 ? random.Next(129) : Pick([0, 1, 3, 7, 10, 16, 32, 33, 96, 127, 128]));
    }

    private ModelRule Rule(int number) => new(
        "R" + number.ToString(CultureInfo.InvariantCulture),
        Maybe(),
        [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Product())],
        [.. Enumerable.Range(0, Math.Max(0, random.Next(4) - 1)).Select(_ => Product())],
        random.Next(5),
        random.Next(2) == 0,
        random.Next(2) == 0,
        Maybe());

    private Product Product() => new(
        [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Service())],
        [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Term())]);

    private PeerTerm Term() => random.Next(6) switch
    {
        0 => new("anywhere", null),
        1 => new("internet", null),
        2 => new("private", null),
        _ => new("block", Block()),
    };

    private ServiceBox Service()
    {
        if (random.Next(5) == 0) return ServiceBox.All;
        var protocol = Pick(Protocols);
        var (from, to) = PortsOf(protocol);
        return ServiceBox.OfPermission(protocol, from, to);
    }

    /// <summary>Ports as EC2 may show them with the protocol: given, -1 or missing; any nonsense where they are ignored.</summary>
    private (int? From, int? To) PortsOf(string protocol)
    {
        if (random.Next(6) == 0) return random.Next(2) == 0 ? (null, null) : (-1, -1);
        var (a, b) = (Pick(Ports), random.Next(2) == 0 ? Pick(Ports) : random.Next(65536));
        return protocol switch
        {
            "tcp" or "6" or "TCP" or "udp" or "17" => random.Next(3) == 0 ? (a, a) : (Math.Min(a, b), Math.Max(a, b)),
            "icmp" or "1" or "icmpv6" or "58" => random.Next(5) switch
            {
                0 => (-1, Pick(Types)),
                1 => (Pick(Types), null),
                2 => (Pick(Types), -1),
                _ => (Pick(Types), Pick(Types)),
            },
            _ => (b, a),
        };
    }
}

using System.Net;
using System.Numerics;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Every service and every address, cut into cells at each place that any case names: one point of a cell speaks for all of it.</summary>
internal static class Universe
{
    public static readonly int[] Ports = [0, 1, 21, 22, 23, 80, 443, 3389, 65534, 65535];
    public static readonly int[] Types = [0, 3, 8, 128, 255];
    public static readonly int[] Codes = [0, 4, 255];
    public static readonly string[] Protocols = ["tcp", "tcp", "6", "TCP", "udp", "17", "icmp", "1", "icmpv6", "58", "-1", "all", "50", "47", "0", "255"];

    public static readonly string[] Private =
    [
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128",
    ];

    public static readonly string[] Blocks =
    [
        "0.0.0.0/0", "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8", "10.0.0.0/7", "10.255.255.0/24", "172.16.0.0/12", "192.168.0.0/16", "192.168.1.1/32",
        "203.0.112.0/23", "203.0.113.0/24", "203.0.113.0/25", "203.0.113.128/25", "203.0.113.7/32", "198.51.100.0/24", "0.0.0.0/32", "255.255.255.255/32",
        "::/0", "::/0", "::/1", "8000::/1", "2000::/3", "2001:db8::/32", "2001:db8::/63", "2001:db8::/64", "2001:db8:0:1::/64", "2001:db8::7/128",
        "64:ff9b::/96", "fc00::/7", "fe80::/10", "::1/128", "::/128", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128",
    ];

    private static readonly Dictionary<string, AddressRange> Ranges = Blocks.Concat(Private).Distinct().ToDictionary(text => text, Range, StringComparer.Ordinal);

    public static readonly (int Bits, BigInteger First, BigInteger Last)[] Addresses = [.. Family(32), .. Family(128)];

    public static readonly (int Protocol, int Number, BigInteger Size)[] Services = [.. CutServices()];

    private static readonly Dictionary<string, bool[]> Members = Ranges.ToDictionary(
        r => r.Key, r => Addresses.Select(a => r.Value.Has(a.Bits, a.First)).ToArray(), StringComparer.Ordinal);

    private static readonly bool[] PrivateCells = [.. Addresses.Select((_, a) => Private.Any(block => Members[block][a]))];

    /// <summary>Whether the block holds the cell's addresses.</summary>
    public static bool Holds(string block, int address) => Members[block][address];

    public static bool IsPrivate(int address) => PrivateCells[address];

    /// <summary>How many addresses, or for IPv6 how many /64 blocks that are touched.</summary>
    public static BigInteger Breadth(int bits, Func<int, bool> chosen)
    {
        var (sum, behind) = (BigInteger.Zero, BigInteger.Zero);
        for (var a = 0; a < Addresses.Length; a++)
        {
            var cell = Addresses[a];
            if (cell.Bits != bits || !chosen(a)) continue;
            var unit = bits == 32 ? BigInteger.One : BigInteger.Pow(2, 64);
            var first = BigInteger.Max(cell.First / unit, behind);
            behind = (cell.Last / unit) + 1;
            sum += BigInteger.Max(behind - first, 0);
        }

        return sum;
    }

    public static BigInteger Count(int bits, Func<int, bool> chosen) => Enumerable.Range(0, Addresses.Length)
        .Where(a => Addresses[a].Bits == bits && chosen(a))
        .Aggregate(BigInteger.Zero, (sum, a) => sum + Addresses[a].Last - Addresses[a].First + 1);

    private static AddressRange Range(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var bytes = IPAddress.Parse(text[..slash]).GetAddressBytes();
        return AddressRange.Around(bytes.Length * 8, new BigInteger(bytes, isUnsigned: true, isBigEndian: true), int.Parse(text[(slash + 1)..], null));
    }

    private static IEnumerable<(int, BigInteger, BigInteger)> Family(int bits)
    {
        var cuts = Ranges.Values.Where(b => b.Bits == bits).SelectMany(b => new[] { b.First, b.Last + 1 })
            .Append(0).Append(BigInteger.Pow(2, bits)).Distinct().Order().ToList();
        return cuts.Zip(cuts.Skip(1), (first, next) => (bits, first, next - 1));
    }

    private static IEnumerable<(int, int, BigInteger)> CutServices()
    {
        int[] named = [0, 1, 6, 17, 47, 50, 58, 255];
        int[] protocols = [.. named.Concat(named.Select(p => p + 1)).Append(0).Where(p => p <= 255).Distinct().Order(), 256];
        for (var i = 0; i + 1 < protocols.Length; i++)
        {
            int[] numbers = protocols[i] switch
            {
                6 or 17 => [.. Ports.SelectMany(p => new[] { p, p + 1 }).Append(0).Append(65536).Distinct().Order()],
                1 or 58 => [.. Types.SelectMany(t => Codes.SelectMany(c => new[] { (t * 256) + c, (t * 256) + c + 1 })).Concat(Types.SelectMany(t => new[] { t * 256, (t + 1) * 256 })).Append(0).Append(65536).Distinct().Order()],
                _ => [0, 65536],
            };
            for (var j = 0; j + 1 < numbers.Length; j++)
                yield return (protocols[i], numbers[j], (BigInteger)(protocols[i + 1] - protocols[i]) * (numbers[j + 1] - numbers[j]));
        }
    }
}

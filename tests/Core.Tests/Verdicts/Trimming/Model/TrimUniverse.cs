using System.Globalization;

namespace Remediator.Core.Tests.Verdicts.Trimming.Model;

/// <summary>Sixteen kinds of service and eight addresses: everything that the model knows of the world.</summary>
/// <param name="IPv4">How many of the eight addresses are IPv4; the first ones. A multiple of four.</param>
internal sealed record TrimUniverse(int IPv4)
{
    public const int Addresses = 8;

    /// <summary>Protocol -1 is every one that no other line names; From and To are ports or ICMP types.</summary>
    public static readonly (string Name, int Protocol, int From, int To, int Forms)[] Services =
    [
        ("tcp0-20", 6, 0, 20, 1), ("tcp21", 6, 21, 21, 1), ("tcp22", 6, 22, 22, 1), ("tcp23", 6, 23, 23, 1), ("tcp24", 6, 24, 24, 1), ("tcp25-", 6, 25, 65535, 1),
        ("udp0-52", 17, 0, 52, 1), ("udp53", 17, 53, 53, 1), ("udp54-", 17, 54, 65535, 1),
        ("icmp3", 1, 3, 3, 1), ("icmp8", 1, 8, 8, 1), ("icmp-rest", 1, -1, -1, 254),
        ("icmpv6", 58, 0, 65535, 1), ("gre", 47, 0, 65535, 1), ("esp", 50, 0, 65535, 1), ("rest", -1, 0, 65535, 250),
    ];

    /// <summary>Runs of services that one permission can open, first and last; and what writing them costs.</summary>
    public static readonly (int First, int Last, int Cost)[] Forms =
    [
        .. from first in Enumerable.Range(0, 6) from last in Enumerable.Range(first, 6 - first) select (first, last, 1),
        .. from first in Enumerable.Range(6, 3) from last in Enumerable.Range(first, 9 - first) select (first, last, 1),
        (9, 11, 1), (9, 9, 1), (10, 10, 1), (11, 11, 254), (12, 12, 1), (13, 13, 1), (14, 14, 1), (15, 15, 250),
    ];

    /// <summary>Every block of the universe: its text, its first address, how many it has.</summary>
    public IEnumerable<(string Text, int First, int Size)> Blocks =>
        from size in new[] { 1, 2, 4, 8 }
        from first in Enumerable.Range(0, Addresses / size).Select(n => n * size)
        where first + size <= IPv4 || first >= IPv4
        select (Text(first, size), first, size);

    public bool IsIPv4(int address) => address < IPv4;

    private string Text(int first, int size)
    {
        var bits = size switch { 1 => 0, 2 => 1, 4 => 2, _ => 3 };
        return first < IPv4
            ? string.Create(CultureInfo.InvariantCulture, $"203.0.113.{8 + first}/{32 - bits}")
            : first == 0 ? $"2001:db8::/{128 - bits}" : string.Create(CultureInfo.InvariantCulture, $"2001:db8::{first:x}/{128 - bits}");
    }
}

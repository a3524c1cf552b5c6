using System.Numerics;

namespace Remediator.Network;

/// <summary>An immutable set of addresses. IPv4 and IPv6 stand side by side and are never mixed: each has its own normal form
/// (<see cref="IntervalSet{T}"/>), and every operation works on both.</summary>
public sealed class AddressSet : IEquatable<AddressSet>
{
    public static readonly AddressSet Empty = new(IntervalSet<uint>.Empty, IntervalSet<UInt128>.Empty);

    /// <summary>Every address of both families: 0.0.0.0/0 and ::/0.</summary>
    public static readonly AddressSet All = new(IntervalSet<uint>.Of(0, uint.MaxValue), IntervalSet<UInt128>.Of(0, UInt128.MaxValue));

    private AddressSet(IntervalSet<uint> ipv4, IntervalSet<UInt128> ipv6)
    {
        IPv4 = ipv4;
        IPv6 = ipv6;
    }

    public IntervalSet<uint> IPv4 { get; }

    public IntervalSet<UInt128> IPv6 { get; }

    public bool IsEmpty => IPv4.IsEmpty && IPv6.IsEmpty;

    public static AddressSet From(Cidr cidr) => cidr.Family == AddressFamily.IPv4
        ? new(IntervalSet<uint>.Of((uint)cidr.First, (uint)cidr.Last), IntervalSet<UInt128>.Empty)
        : new(IntervalSet<uint>.Empty, IntervalSet<UInt128>.Of(cidr.First, cidr.Last));

    public static AddressSet From(IEnumerable<Cidr> cidrs)
    {
        var (ipv4, ipv6) = (new IntervalBuilder<uint>(8), new IntervalBuilder<UInt128>(8));
        foreach (var cidr in cidrs)
        {
            if (cidr.Family == AddressFamily.IPv4) ipv4.Add(new((uint)cidr.First, (uint)cidr.Last));
            else ipv6.Add(new(cidr.First, cidr.Last));
        }

        return new(IntervalSet<uint>.From(ipv4), IntervalSet<UInt128>.From(ipv6));
    }

    /// <summary>Both families as they are, for whoever keeps a set as its intervals.</summary>
    public static AddressSet From(IntervalSet<uint> ipv4, IntervalSet<UInt128> ipv6) => new(ipv4, ipv6);

    public AddressSet Union(AddressSet other)
    {
        if (IsEmpty) return other;
        return other.IsEmpty ? this : new(IPv4.Union(other.IPv4), IPv6.Union(other.IPv6));
    }

    public AddressSet Intersect(AddressSet other) => new(IPv4.Intersect(other.IPv4), IPv6.Intersect(other.IPv6));

    public AddressSet Minus(AddressSet other) => IsEmpty || other.IsEmpty ? this : new(IPv4.Minus(other.IPv4), IPv6.Minus(other.IPv6));

    public bool Covers(AddressSet other) => IPv4.Covers(other.IPv4) && IPv6.Covers(other.IPv6);

    public bool Overlaps(AddressSet other) => IPv4.Overlaps(other.IPv4) || IPv6.Overlaps(other.IPv6);

    /// <summary>Whether any address of the block is in the set; builds nothing.</summary>
    public bool Overlaps(Cidr block) => block.Family == AddressFamily.IPv4
        ? IPv4.Overlaps((uint)block.First, (uint)block.Last)
        : IPv6.Overlaps(block.First, block.Last);

    /// <summary>Those of one family.</summary>
    public AddressSet Of(AddressFamily family) => family == AddressFamily.IPv4
        ? new(IPv4, IntervalSet<UInt128>.Empty)
        : new(IntervalSet<uint>.Empty, IPv6);

    /// <summary>The fewest blocks that are this set together: IPv4 first, each family ascending.</summary>
    public ImmutableArray<Cidr> ToCidrs()
    {
        var blocks = ImmutableArray.CreateBuilder<Cidr>();
        foreach (var interval in IPv4.Intervals) AddBlocks(blocks, AddressFamily.IPv4, interval.First, interval.Last);
        foreach (var interval in IPv6.Intervals) AddBlocks(blocks, AddressFamily.IPv6, interval.First, interval.Last);
        return blocks.ToImmutable();
    }

    /// <summary>The blocks in words: <c>10.0.0.0/8, fc00::/7</c>, or <c>none</c>.</summary>
    public override string ToString() => IsEmpty ? "none" : string.Join(", ", ToCidrs());

    /// <summary>The number of addresses of one family, exact: ::/0 has 2^128, which no built-in integer holds.</summary>
    public BigInteger Count(AddressFamily family) => family == AddressFamily.IPv4 ? IPv4.Count : IPv6.Count;

    /// <summary>How many blocks of /64, the size of one IPv6 subnet (RFC 4291, section 2.5.4), hold at least one of the IPv6 addresses:
    /// 0 to 2^64.</summary>
    public UInt128 CountOfSubnets()
    {
        var (sum, counted) = (UInt128.Zero, UInt128.Zero);
        foreach (var interval in IPv6.Intervals)
        {
            // Counted is the first subnet that no interval before this one has touched.
            var first = UInt128.Max(interval.First >> 64, counted);
            var behind = (interval.Last >> 64) + UInt128.One;
            if (behind > first) sum += behind - first;
            counted = behind;
        }

        return sum;
    }

    public bool Equals(AddressSet? other) => other is not null && IPv4.Equals(other.IPv4) && IPv6.Equals(other.IPv6);

    public override bool Equals(object? obj) => Equals(obj as AddressSet);

    public override int GetHashCode() => HashCode.Combine(IPv4, IPv6);

    /// <summary>Takes the widest block that begins at the lowest address left, again and again. That is the fewest, because
    /// neighbouring intervals never touch: no block can serve two of them.</summary>
    private static void AddBlocks(ImmutableArray<Cidr>.Builder blocks, AddressFamily family, UInt128 first, UInt128 last)
    {
        while (true)
        {
            var block = Cidr.WidestFrom(family, first, last);
            blocks.Add(block);
            if (block.Last == last) return;
            first = block.Last + UInt128.One;
        }
    }
}

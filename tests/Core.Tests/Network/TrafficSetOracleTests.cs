using Remediator.Network;

namespace Remediator.Core.Tests.Network;

/// <summary>Every pair of subsets of three services × three addresses, against the bits of an integer: two neighbouring IPv4
/// addresses and the last IPv6 one, at both ends of the service axis and across the border of two protocols.</summary>
public sealed class TrafficSetOracleTests
{
    private const int Side = 3;

    private static readonly AddressSet[] Addresses =
    [
        AddressSet.From(Cidr.Around(AddressFamily.IPv4, 0, 32)),
        AddressSet.From(Cidr.Around(AddressFamily.IPv4, 1, 32)),
        AddressSet.From(Cidr.Around(AddressFamily.IPv6, UInt128.MaxValue, 128)),
    ];

    [Theory]
    [InlineData(0u)]
    [InlineData(0x6_FFFFu)]
    [InlineData(ServiceSet.Last - 2)]
    public void TrafficSet_in_a_small_corner_agrees_with_plain_bits(uint firstService)
    {
        var sets = Enumerable.Range(0, 1 << (Side * Side)).Select(bits => Build(bits, firstService)).ToArray();
        for (var a = 0; a < sets.Length; a++)
        {
            AssertAlone(sets[a], a, firstService);
            // Every fifth pair, each set with itself among them: all of them take five times as long and say no more.
            for (var b = a % 5; b < sets.Length; b += 5) AssertPair(sets, a, b);
        }
    }

    private static void AssertPair(TrafficSet[] sets, int a, int b)
    {
        var right = sets[a].Union(sets[b]).Equals(sets[a | b])
            && sets[a].Intersect(sets[b]).Equals(sets[a & b])
            && sets[a].Minus(sets[b]).Equals(sets[a & ~b])
            && sets[a].Covers(sets[b]) == ((b & ~a) == 0)
            && sets[a].Overlaps(sets[b]) == ((a & b) != 0)
            && sets[a].Equals(sets[b]) == (a == b);
        Assert.True(right, $"subsets {a:b9} and {b:b9}");
    }

    private static void AssertAlone(TrafficSet set, int bits, uint firstService)
    {
        for (var service = 0; service < Side; service++)
        {
            var row = (bits >> (service * Side)) & 0b111;
            Assert.Equal(row != 0, set.Services.Points.Contains(firstService + (uint)service));
            Assert.Equal(row == 0b111, set.ServicesFromAllOf(Union(0b111)).Points.Contains(firstService + (uint)service));
        }

        Assert.Equal(Union((bits | (bits >> Side) | (bits >> (2 * Side))) & 0b111), set.Addresses);
        for (var mask = 1; mask < 1 << Side; mask++)
            for (var services = 1; services < 1 << Side; services++) AssertMeets(set, bits, firstService, services, mask);
    }

    private static void AssertMeets(TrafficSet set, int bits, uint firstService, int services, int addresses)
    {
        var expected = Enumerable.Range(0, Side).Any(s => ((services >> s) & 1) == 1 && ((bits >> (s * Side)) & addresses) != 0);
        Assert.Equal(expected, set.Overlaps(Services(firstService, services), Union(addresses)));
    }

    private static TrafficSet Build(int bits, uint firstService) => Enumerable.Range(0, Side * Side)
        .Where(i => ((bits >> i) & 1) == 1)
        .Reverse()
        .Aggregate(TrafficSet.Empty, (sum, i) => sum.Union(TrafficSet.Of(Services(firstService, 1 << (i / Side)), Addresses[i % Side])));

    private static ServiceSet Services(uint first, int mask) => ServiceSet.FromPoints(IntervalSet<uint>.From(Enumerable.Range(0, Side)
        .Where(i => ((mask >> i) & 1) == 1)
        .Select(i => new Interval<uint>(first + (uint)i, first + (uint)i))));

    private static AddressSet Union(int mask) => Enumerable.Range(0, Side)
        .Where(i => ((mask >> i) & 1) == 1)
        .Aggregate(AddressSet.Empty, (sum, i) => sum.Union(Addresses[i]));
}

using Remediator.Network;

namespace Remediator.Core.Tests.Network;

/// <summary>Every pair of subsets of eight neighbouring bytes, against the bits of an integer.</summary>
public sealed class IntervalSetOracleTests
{
    private const int Width = 8;

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(byte.MaxValue - Width + 1)]
    public void IntervalSet_in_a_small_corner_agrees_with_plain_bits(int offset)
    {
        var sets = Enumerable.Range(0, 1 << Width).Select(bits => Build(bits, offset)).ToArray();
        for (var a = 0; a < sets.Length; a++)
        {
            AssertAlone(sets[a], a, offset);
            for (var b = 0; b < sets.Length; b++) AssertPair(sets, a, b);
        }
    }

    [Fact]
    public void IntervalSet_of_every_value_counts_one_more_than_the_type_holds()
    {
        Assert.Equal(System.Numerics.BigInteger.Pow(2, 32), IntervalSet<uint>.Of(0, uint.MaxValue).Count);
        Assert.Equal(System.Numerics.BigInteger.Pow(2, 128), IntervalSet<UInt128>.Of(0, UInt128.MaxValue).Count);
    }

    [Fact]
    public void Interval_that_runs_downwards_is_refused() => Assert.Throws<ArgumentException>(() => new Interval<uint>(2, 1));

    private static void AssertAlone(IntervalSet<byte> set, int bits, int offset)
    {
        Assert.Equal(System.Numerics.BitOperations.PopCount((uint)bits), (int)set.Count);
        Assert.Equal(bits == 0, set.IsEmpty);
        // The normal form: one interval for each run of bits.
        Assert.Equal(System.Numerics.BitOperations.PopCount((uint)(bits & ~(bits << 1))), set.Intervals.Length);
        for (var value = 0; value <= byte.MaxValue; value++)
        {
            var expected = value >= offset && value < offset + Width && ((bits >> (value - offset)) & 1) == 1;
            Assert.Equal(expected, set.Contains((byte)value));
        }
    }

    private static void AssertPair(IntervalSet<byte>[] sets, int a, int b)
    {
        var right = sets[a].Union(sets[b]).Equals(sets[a | b])
            && sets[a].Intersect(sets[b]).Equals(sets[a & b])
            && sets[a].Minus(sets[b]).Equals(sets[a & ~b])
            && sets[a].Covers(sets[b]) == ((b & ~a) == 0)
            && sets[a].Overlaps(sets[b]) == ((a & b) != 0)
            && sets[a].Equals(sets[b]) == (a == b);
        Assert.True(right, $"subsets {a:b8} and {b:b8}");
    }

    /// <summary>From single values, the highest first: order and touching are the set's own business.</summary>
    private static IntervalSet<byte> Build(int bits, int offset) => IntervalSet<byte>.From(Enumerable.Range(0, Width)
        .Where(i => ((bits >> i) & 1) == 1)
        .Reverse()
        .Select(i => new Interval<byte>((byte)(i + offset), (byte)(i + offset))));
}

using FsCheck;
using FsCheck.Fluent;
using Remediator.Network;

namespace Remediator.Core.Tests.Network;

/// <summary>Random sets whose ends crowd in a few places, so that they touch, nest and meet the borders often.</summary>
internal static class RandomSets
{
    /// <summary>Where each hunt begins.</summary>
    public static Rnd Start => new(unchecked((ulong)Effort.Seed(20260611)), 9460301);

    public static Gen<IntervalSet<uint>> IPv4 => Intervals(Gen.OneOf(
        Gen.Choose(0, 6).Select(n => (uint)n),
        Gen.Choose(0, 6).Select(n => uint.MaxValue - (uint)n),
        Gen.Choose(0, 12).Select(n => 0x7FFF_FFFAu + (uint)n)));

    public static Gen<IntervalSet<UInt128>> IPv6 => Intervals(Gen.OneOf(
        Gen.Choose(0, 6).Select(n => (UInt128)n),
        Gen.Choose(0, 6).Select(n => UInt128.MaxValue - (UInt128)n),
        Gen.Choose(0, 12).Select(n => (UInt128.One << 127) - 6 + (UInt128)n)));

    /// <summary>Crowded at both ends of the axis, between two protocols and around port 22.</summary>
    public static Gen<ServiceSet> Services => Intervals(Gen.OneOf(
        Gen.Choose(0, 6).Select(n => (uint)n),
        Gen.Choose(0, 6).Select(n => ServiceSet.Last - (uint)n),
        Gen.Choose(0, 8).Select(n => 0x6_FFFCu + (uint)n),
        Gen.Choose(0, 8).Select(n => 0x6_0012u + (uint)n))).Select(ServiceSet.FromPoints);

    public static Gen<AddressSet> Addresses => Gen.ListOf(Blocks).Select(AddressSet.From);

    public static Gen<TrafficSet> Traffic => Gen.ListOf(Services.SelectMany(_ => Addresses, TrafficSet.Of)).Select(parts =>
        parts.Take(5).Aggregate(TrafficSet.Empty, (sum, part) => sum.Union(part)));

    /// <summary>The same sets in every run.</summary>
    public static IEnumerable<T> Fixed<T>(Gen<T> sets, int count) => sets.Sample(count, Start, 20);

    private static Gen<Cidr> Blocks => Gen.OneOf(
        from length in Gen.Choose(0, 32)
        from at in Gen.Elements(0u, 0x0A00_0000u, 0xCB00_7100u, uint.MaxValue, 0x8000_0000u)
        select Cidr.Around(AddressFamily.IPv4, at, length),
        from length in Gen.Choose(0, 128)
        from at in Gen.Elements(UInt128.Zero, UInt128.MaxValue, UInt128.One << 127, (UInt128)0x2001_0DB8 << 96)
        select Cidr.Around(AddressFamily.IPv6, at, length));

    private static Gen<IntervalSet<T>> Intervals<T>(Gen<T> ends)
        where T : struct, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T>, System.Numerics.IUnsignedNumber<T> =>
        Gen.ListOf(ends.SelectMany(_ => ends, (a, b) => new Interval<T>(T.Min(a, b), T.Max(a, b)))).Select(all => IntervalSet<T>.From(all.Take(6)));
}

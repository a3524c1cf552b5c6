using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>The limit on what several permissions admit together, kept for each service and each family by itself.</summary>
internal static class UnionLimit
{
    private static readonly ImmutableArray<AddressFamily> Families = [AddressFamily.IPv4, AddressFamily.IPv6];

    /// <summary>Of each of the permissions in question, oldest first, what has to go so that the rest is within the limit: the newest
    /// that suffice. One that adds no address to what stays is innocent.</summary>
    /// <param name="rest">What the group admits besides, which stays whatever it is.</param>
    public static TrafficSet[] NewestOver(MaxAddresses max, TrafficSet rest, TrafficSet[] asked) =>
        EachFamily(max, asked, (family, limit) => Newest(family, limit, rest.Intersect(Everything(family)), asked));

    /// <summary>Of each of the permissions, what takes part in a union that is over the limit.</summary>
    public static TrafficSet[] AllOver(MaxAddresses max, TrafficSet rest, TrafficSet[] asked) => EachFamily(max, asked, (family, limit) =>
    {
        var wide = TooWide(family, limit, asked.Aggregate(rest, (sum, part) => sum.Union(part)));
        return [.. asked.Select(part => part.Intersect(wide))];
    });

    /// <summary>The part that is of a family with a limit.</summary>
    public static TrafficSet Limited(MaxAddresses max, TrafficSet traffic) => EachFamily(max, [traffic], (family, _) => [traffic.Intersect(Everything(family))])[0];

    /// <summary>The services of some traffic, with all addresses of the families that it has there.</summary>
    public static TrafficSet FamiliesOf(TrafficSet traffic) => Families.Aggregate(
        TrafficSet.Empty,
        (sum, family) => sum.Union(TrafficSet.Of(traffic.Intersect(Everything(family)).Services, AddressSet.All.Of(family))));

    private static TrafficSet[] EachFamily(MaxAddresses max, TrafficSet[] asked, Func<AddressFamily, long, TrafficSet[]> over)
    {
        TrafficSet[] sums = [.. asked.Select(_ => TrafficSet.Empty)];
        foreach (var family in Families)
        {
            if ((family == AddressFamily.IPv4 ? max.IPv4 : max.IPv6) is not { } limit) continue;
            sums = [.. sums.Zip(over(family, limit), (sum, part) => sum.Union(part))];
        }

        return sums;
    }

    /// <summary>INVARIANT: the union only grows, and with it what is too wide; so what is kept of a service is all of it until the first
    /// permission that breaks its limit, and grows no more from there on. One event may carry a thousand permissions, so that each costs
    /// one union and no more.</summary>
    private static TrafficSet[] Newest(AddressFamily family, long limit, TrafficSet rest, TrafficSet[] asked)
    {
        var over = new TrafficSet[asked.Length];
        var (kept, wide) = (rest, TooWide(family, limit, rest));
        for (var i = 0; i < asked.Length; i++)
        {
            over[i] = TrafficSet.Empty;
            var part = asked[i].Intersect(Everything(family));
            var open = part.Minus(wide);
            var grown = open.IsEmpty ? kept : kept.Union(open);
            var broken = open.IsEmpty ? TrafficSet.Empty : TooWide(family, limit, grown).Minus(wide);
            if (!broken.IsEmpty) wide = wide.Union(broken);
            kept = broken.IsEmpty ? grown : kept.Union(open.Minus(broken));
            var gone = part.Intersect(wide);
            if (!gone.IsEmpty) over[i] = gone.Intersect(TrafficSet.Of(gone.Minus(kept).Services, AddressSet.All));
        }

        return over;
    }

    /// <summary>All addresses of the family, on each service where there are more than the limit.</summary>
    private static TrafficSet TooWide(AddressFamily family, long limit, TrafficSet union)
    {
        var wide = new IntervalBuilder<uint>(4);
        foreach (var slab in union.Slabs)
            if (Exceeds(slab.Addresses, family, limit)) wide.Join(slab.Services);
        return TrafficSet.Of(ServiceSet.FromPoints(IntervalSet<uint>.From(wide)), AddressSet.All.Of(family));
    }

    private static bool Exceeds(AddressSet addresses, AddressFamily family, long limit) => family == AddressFamily.IPv4
        ? addresses.IPv4.Count > limit
        : addresses.CountOfSubnets() > (UInt128)limit;

    private static TrafficSet Everything(AddressFamily family) => TrafficSet.Of(ServiceSet.All, AddressSet.All.Of(family));
}

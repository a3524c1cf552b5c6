using System.Diagnostics;

namespace Remediator.Network;

/// <summary>An immutable set of traffic: (service, address) pairs.</summary>
/// <remarks>INVARIANT (the normal form): slabs ascend on the service axis and do not overlap, none has an empty set of addresses, and
/// two slabs that touch have different addresses. Equal sets have equal slabs.</remarks>
public sealed class TrafficSet : IEquatable<TrafficSet>
{
    public static readonly TrafficSet Empty = new([]);

    public static readonly TrafficSet All = Of(ServiceSet.All, AddressSet.All);

    private TrafficSet(ImmutableArray<TrafficSlab> slabs)
    {
        Debug.Assert(IsNormal(slabs.AsSpan()), "slabs must ascend, be full, and differ where they touch");
        Slabs = slabs;
    }

    public ImmutableArray<TrafficSlab> Slabs { get; }

    public bool IsEmpty => Slabs.IsEmpty;

    /// <summary>Every service of the set, whatever its addresses.</summary>
    public ServiceSet Services => ServiceSet.FromPoints(IntervalSet<uint>.From(Slabs.Select(s => s.Services)));

    /// <summary>Every address of the set, whatever its services.</summary>
    public AddressSet Addresses => Slabs.Aggregate(AddressSet.Empty, (sum, slab) => sum.Union(slab.Addresses));

    /// <summary>Each of the services from each of the addresses.</summary>
    public static TrafficSet Of(ServiceSet services, AddressSet addresses) => services.IsEmpty || addresses.IsEmpty
        ? Empty
        : new([.. services.Points.Intervals.Select(i => new TrafficSlab(i, addresses))]);

    public TrafficSet Union(TrafficSet other)
    {
        if (IsEmpty) return other;
        return other.IsEmpty ? this : Combine(other, static (a, b) => a.Union(b));
    }

    public TrafficSet Intersect(TrafficSet other)
    {
        List<TrafficSlab>? met = null;
        for (int i = 0, j = 0; i < Slabs.Length && j < other.Slabs.Length;)
        {
            var (a, b) = (Slabs[i], other.Slabs[j]);
            if (a.Services.Overlaps(b.Services))
            {
                var addresses = a.Addresses.Intersect(b.Addresses);
                if (!addresses.IsEmpty) Append(met ??= [], Shared(a, b), addresses);
            }

            if (a.Services.Last < b.Services.Last) i++;
            else j++;
        }

        return met is null ? Empty : new([.. met]);
    }

    public TrafficSet Minus(TrafficSet other) => IsEmpty || other.IsEmpty ? this : Combine(other, static (a, b) => a.Minus(b));

    public bool Covers(TrafficSet other) => other.Minus(this).IsEmpty;

    public bool Overlaps(TrafficSet other)
    {
        for (int i = 0, j = 0; i < Slabs.Length && j < other.Slabs.Length;)
        {
            var (a, b) = (Slabs[i], other.Slabs[j]);
            if (a.Services.Overlaps(b.Services) && a.Addresses.Overlaps(b.Addresses)) return true;
            if (a.Services.Last < b.Services.Last) i++;
            else j++;
        }

        return false;
    }

    /// <summary>Whether any of the services from any of the addresses is in the set; builds nothing, since most traffic is not.</summary>
    public bool Overlaps(ServiceSet services, AddressSet addresses)
    {
        var stretches = services.Points.Intervals.AsSpan();
        for (int i = 0, j = 0; i < Slabs.Length && j < stretches.Length;)
        {
            if (Slabs[i].Services.Overlaps(stretches[j]) && Slabs[i].Addresses.Overlaps(addresses)) return true;
            if (Slabs[i].Services.Last < stretches[j].Last) i++;
            else j++;
        }

        return false;
    }

    /// <summary>The services that the set has from every one of these addresses.</summary>
    public ServiceSet ServicesFromAllOf(AddressSet addresses) =>
        ServiceSet.FromPoints(IntervalSet<uint>.From(Slabs.Where(s => s.Addresses.Covers(addresses)).Select(s => s.Services)));

    public bool Equals(TrafficSet? other) => other is not null && Slabs.AsSpan().SequenceEqual(other.Slabs.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as TrafficSet);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var slab in Slabs) hash.Add(slab);
        return hash.ToHashCode();
    }

    private static bool IsNormal(ReadOnlySpan<TrafficSlab> slabs)
    {
        for (var i = 0; i < slabs.Length; i++)
        {
            if (slabs[i].Addresses.IsEmpty || slabs[i].Services.Last > ServiceSet.Last) return false;
            if (i == 0) continue;
            var (before, here) = (slabs[i - 1], slabs[i]);
            if (before.Services.Last >= here.Services.First) return false;
            if (before.Services.Last + 1 == here.Services.First && before.Addresses.Equals(here.Addresses)) return false;
        }

        return true;
    }

    private static Interval<uint> Shared(TrafficSlab a, TrafficSlab b) =>
        new(Math.Max(a.Services.First, b.Services.First), Math.Min(a.Services.Last, b.Services.Last));

    /// <summary>Adds a stretch at the end, joining it to the last slab when they touch and have the same addresses.</summary>
    private static void Append(List<TrafficSlab> slabs, Interval<uint> services, AddressSet addresses)
    {
        if (addresses.IsEmpty) return;
        if (slabs.Count > 0 && slabs[^1].Services.Last + 1 == services.First && slabs[^1].Addresses.Equals(addresses))
            slabs[^1] = new(new(slabs[^1].Services.First, services.Last), addresses);
        else
            slabs.Add(new(services, addresses));
    }

    /// <summary>Cuts the axis wherever either set changes, and combines the addresses of each stretch.</summary>
    private TrafficSet Combine(TrafficSet other, Func<AddressSet, AddressSet, AddressSet> combine)
    {
        var result = new List<TrafficSlab>();
        var cuts = new SortedSet<uint>(Slabs.Concat(other.Slabs).SelectMany(s => new[] { s.Services.First, s.Services.Last + 1 }));
        int i = 0, j = 0;
        uint? from = null;
        foreach (var cut in cuts)
        {
            if (from is { } first)
            {
                var stretch = new Interval<uint>(first, cut - 1);
                Append(result, stretch, combine(At(Slabs, ref i, stretch), At(other.Slabs, ref j, stretch)));
            }

            from = cut;
        }

        return result.Count == 0 ? Empty : new([.. result]);
    }

    private static AddressSet At(ImmutableArray<TrafficSlab> slabs, ref int index, Interval<uint> stretch)
    {
        while (index < slabs.Length && slabs[index].Services.Last < stretch.First) index++;
        return index < slabs.Length && slabs[index].Services.Overlaps(stretch) ? slabs[index].Addresses : AddressSet.Empty;
    }
}

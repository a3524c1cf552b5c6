using System.Diagnostics;

namespace Remediator.Network;

/// <summary>An immutable set of traffic: (service, address) pairs.</summary>
/// <remarks>INVARIANT (the normal form): slabs ascend on the service axis and do not overlap, none has an empty set of addresses, and
/// two slabs that touch have different addresses. Equal sets have equal slabs.</remarks>
public sealed class TrafficSet : IEquatable<TrafficSet>
{
    public static readonly TrafficSet Empty = new([]);

    public static readonly TrafficSet All = Of(ServiceSet.All, AddressSet.All);

    /// <summary>Behind every point of the axis and the cut after it.</summary>
    private const uint NoCut = uint.MaxValue;

    private TrafficSet(ImmutableArray<TrafficSlab> slabs)
    {
        Debug.Assert(IsNormal(slabs.AsSpan()), "slabs must ascend, be full, and differ where they touch");
        Slabs = slabs;
    }

    public ImmutableArray<TrafficSlab> Slabs { get; }

    public bool IsEmpty => Slabs.IsEmpty;

    /// <summary>Every service of the set, whatever its addresses.</summary>
    public ServiceSet Services => ServicesWhere(static (_, _) => true, AddressSet.Empty);

    /// <summary>Every address of the set, whatever its services.</summary>
    public AddressSet Addresses
    {
        get
        {
            var sum = AddressSet.Empty;
            for (var i = 0; i < Slabs.Length; i++) sum = sum.Union(Slabs[i].Addresses);
            return sum;
        }
    }

    /// <summary>Each of the services from each of the addresses.</summary>
    public static TrafficSet Of(ServiceSet services, AddressSet addresses)
    {
        if (services.IsEmpty || addresses.IsEmpty) return Empty;
        var points = services.Points.Intervals;
        var slabs = new TrafficBuilder(points.Length);
        for (var i = 0; i < points.Length; i++) slabs.Add(points[i], addresses);
        return new(slabs.Done());
    }

    /// <summary>A set from its slabs, as <see cref="Slabs"/> gives them; null where they do not ascend, overlap or pass the end of the
    /// axis.</summary>
    public static TrafficSet? FromSlabs(ReadOnlySpan<TrafficSlab> slabs)
    {
        var built = new TrafficBuilder(slabs.Length);
        for (var i = 0; i < slabs.Length; i++)
        {
            if (slabs[i].Services.Last > ServiceSet.Last || (i > 0 && slabs[i].Services.First <= slabs[i - 1].Services.Last)) return null;
            built.Add(slabs[i].Services, slabs[i].Addresses);
        }

        return OrEmpty(built);
    }

    public TrafficSet Union(TrafficSet other)
    {
        if (IsEmpty) return other;
        return other.IsEmpty ? this : Combine(other, static (a, b) => a.Union(b));
    }

    public TrafficSet Intersect(TrafficSet other)
    {
        TrafficBuilder? met = null;
        for (int i = 0, j = 0; i < Slabs.Length && j < other.Slabs.Length;)
        {
            var (a, b) = (Slabs[i], other.Slabs[j]);
            if (a.Services.Overlaps(b.Services))
            {
                met ??= new(Slabs.Length + other.Slabs.Length);
                met.Add(Shared(a, b), a.Addresses.Intersect(b.Addresses));
            }

            if (a.Services.Last < b.Services.Last) i++;
            else j++;
        }

        return met is null ? Empty : OrEmpty(met);
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
    public bool Overlaps(ServiceSet services, AddressSet addresses) => Overlaps(services, addresses, default);

    /// <summary>Whether any of the services from any address of the block is in the set; builds nothing.</summary>
    public bool Overlaps(ServiceSet services, Cidr block) => Overlaps(services, null, block);

    /// <summary>The services that the set has from every one of these addresses.</summary>
    public ServiceSet ServicesFromAllOf(AddressSet addresses) => ServicesWhere(static (there, needed) => there.Covers(needed), addresses);

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

    private static TrafficSet OrEmpty(TrafficBuilder slabs) => slabs.Done() is { Length: > 0 } full ? new(full) : Empty;

    /// <param name="block">Meant where there is no set of addresses.</param>
    private bool Overlaps(ServiceSet services, AddressSet? addresses, Cidr block)
    {
        var stretches = services.Points.Intervals.AsSpan();
        var slabs = Slabs.AsSpan();
        for (int i = 0, j = 0; i < slabs.Length && j < stretches.Length;)
        {
            ref readonly var slab = ref slabs[i];
            if (slab.Services.Overlaps(stretches[j]) && (addresses is null ? slab.Addresses.Overlaps(block) : slab.Addresses.Overlaps(addresses))) return true;
            if (slab.Services.Last < stretches[j].Last) i++;
            else j++;
        }

        return false;
    }

    private ServiceSet ServicesWhere(Func<AddressSet, AddressSet, bool> wanted, AddressSet addresses)
    {
        var services = new IntervalBuilder<uint>(Slabs.Length);
        for (var i = 0; i < Slabs.Length; i++)
            if (wanted(Slabs[i].Addresses, addresses)) services.Join(Slabs[i].Services);
        return ServiceSet.FromPoints(IntervalSet<uint>.From(services));
    }

    /// <summary>Walks the axis from cut to cut, wherever either set changes, and combines the addresses of each stretch.</summary>
    private TrafficSet Combine(TrafficSet other, Func<AddressSet, AddressSet, AddressSet> combine)
    {
        var result = new TrafficBuilder(2 * (Slabs.Length + other.Slabs.Length));
        int i = 0, j = 0;
        uint from = 0;
        for (uint cut; (cut = Math.Min(Cut(Slabs, i), Cut(other.Slabs, j))) != NoCut; from = cut)
        {
            if (cut > from) result.Add(new(from, cut - 1), combine(Between(Slabs, i), Between(other.Slabs, j)));
            if (Cut(Slabs, i) == cut) i++;
            else j++;
        }

        return OrEmpty(result);
    }

    /// <summary>Each slab makes two cuts: before its first point (even numbers) and behind its last (odd numbers).</summary>
    private static uint Cut(ImmutableArray<TrafficSlab> slabs, int number)
    {
        if (number == 2 * slabs.Length) return NoCut;
        var services = slabs[number / 2].Services;
        return number % 2 == 0 ? services.First : services.Last + 1;
    }

    /// <summary>The addresses between a cut and the one before it.</summary>
    private static AddressSet Between(ImmutableArray<TrafficSlab> slabs, int number) =>
        number % 2 == 0 ? AddressSet.Empty : slabs[number / 2].Addresses;
}

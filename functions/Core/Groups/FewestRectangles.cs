using Remediator.Network;

namespace Remediator.Groups;

/// <summary>Writes traffic as the fewest rectangles: exactly the traffic, whatever overlaps.</summary>
/// <remarks>Let S(x) be the services of address x; it has one set of widest forms, which hold all of it and do not overlap. For a
/// widest form D of S(x), let t be the widest block around x whose every address has all of D. Some service of D is missing around t,
/// so that only a rectangle within t and within D can open it to x. Two different pairs (t, D) never share such a rectangle; so there
/// are at least as many rectangles as pairs, and the rectangles t × D themselves are all the traffic.</remarks>
internal sealed class FewestRectangles
{
    private readonly TrafficSet _traffic;
    private readonly int _most;
    private readonly List<Rectangle> _found = [];

    private FewestRectangles(TrafficSet traffic, int most) => (_traffic, _most) = (traffic, most);

    private bool TooMany => _found.Count > _most;

    /// <summary>Ordered by block (wider first where two begin together), then by service; null when there would be more than
    /// <paramref name="most"/>.</summary>
    public static ImmutableArray<Rectangle>? Of(TrafficSet traffic, int most)
    {
        var search = new FewestRectangles(traffic, most);
        search.FindAll();
        if (search.TooMany) return null;
        search.Narrow();
        return [.. search._found.OrderBy(r => r.Block.Family).ThenBy(r => r.Block.First).ThenBy(r => r.Block.Length).ThenBy(r => r.Services.Points.First)];
    }

    private void FindAll()
    {
        var everything = SharedBy(0, ServiceSet.Last);
        Add(ServiceForm.Everything, everything, everything);
        for (var number = 0u; number <= byte.MaxValue && !TooMany; number++)
        {
            var slabs = Within(number << 16, (number << 16) | ushort.MaxValue);
            if (slabs.Length == 0) continue;
            var protocol = new Protocol((byte)number);
            if (protocol.HasPorts) AddRanges(slabs, everything);
            else AddLevels(number << 16, 0x1_0000, protocol.IsIcmp ? 1u : 0x1_0000, everything);
        }
    }

    /// <summary>Follows the addresses whose range begins at each slab until the slab where it ends.</summary>
    private void AddRanges(ReadOnlySpan<TrafficSlab> slabs, AddressSet done)
    {
        for (var i = 0; i < slabs.Length && !TooMany; i++)
        {
            var going = slabs[i].Addresses.Minus(done).Minus(AddressesAt(slabs, i - 1, slabs[i].Services.First - 1));
            var shared = slabs[i].Addresses;
            for (var j = i; !going.IsEmpty && !TooMany; j++)
            {
                var next = AddressesAt(slabs, j + 1, slabs[j].Services.Last + 1);
                Add(ServiceForm.Of(slabs[i].Services.First, slabs[j].Services.Last), shared, going.Minus(next));
                (going, shared) = (going.Intersect(next), shared.Intersect(next));
            }
        }
    }

    /// <summary>A form whole, then the forms of a 256th within it, down to the least size that EC2 can tell apart.</summary>
    private void AddLevels(uint first, uint size, uint least, AddressSet done)
    {
        var last = first + (size - 1);
        var whole = SharedBy(first, last);
        Add(ServiceForm.Of(first, last), whole, whole.Minus(done));
        if (size <= least) return;
        done = done.Union(whole);
        for (var at = first; at <= last && !TooMany; at += size >> 8)
            if (AnyBut(done, at, at + ((size >> 8) - 1))) AddLevels(at, size >> 8, least, done);
    }

    /// <param name="whole">Every address that has all of the form.</param>
    /// <param name="needed">Those of them for which no wider form will do.</param>
    private void Add(ServiceForm form, AddressSet whole, AddressSet needed)
    {
        if (needed.IsEmpty) return;
        foreach (var block in whole.ToCidrs())
            if (!TooMany && AddressSet.From(block).Overlaps(needed)) _found.Add(new(form, block));
    }

    /// <summary>Takes from each rectangle the services that others open anyway, the narrowest block first: a person writes
    /// <c>22 from office</c> beside <c>0-21 from anywhere</c>, not <c>0-22 from office</c>.</summary>
    private void Narrow()
    {
        // Rectangles of one block never overlap.
        if (_found.TrueForAll(r => r.Block == _found[0].Block)) return;
        _found.Sort(static (a, b) => b.Block.Length.CompareTo(a.Block.Length));
        for (var i = 0; i < _found.Count; i++)
        {
            var (mine, own) = (_found[i], _found[i].Traffic);
            for (var j = 0; j < _found.Count; j++)
                if (j != i && _found[j].Overlaps(mine)) own = own.Minus(_found[j].Traffic);
            _found[i] = mine with { Services = ServiceForm.Around(own.Services) };
        }
    }

    private ReadOnlySpan<TrafficSlab> Within(uint first, uint last)
    {
        var slabs = new List<TrafficSlab>();
        foreach (var slab in _traffic.Slabs)
        {
            if (slab.Services.Last < first || last < slab.Services.First) continue;
            slabs.Add(slab with { Services = new(Math.Max(first, slab.Services.First), Math.Min(last, slab.Services.Last)) });
        }

        return slabs.ToArray();
    }

    /// <summary>The addresses that have every one of these services.</summary>
    private AddressSet SharedBy(uint first, uint last)
    {
        var (shared, next) = (AddressSet.All, first);
        foreach (var slab in Within(first, last))
        {
            if (slab.Services.First != next) return AddressSet.Empty;
            (shared, next) = (shared.Intersect(slab.Addresses), slab.Services.Last + 1);
        }

        return next > last ? shared : AddressSet.Empty;
    }

    private bool AnyBut(AddressSet done, uint first, uint last)
    {
        foreach (var slab in Within(first, last))
            if (!done.Covers(slab.Addresses)) return true;
        return false;
    }

    /// <summary>What the slab of this number has, if it holds this point; none where there is no such slab.</summary>
    private static AddressSet AddressesAt(ReadOnlySpan<TrafficSlab> slabs, int number, uint point) =>
        number >= 0 && number < slabs.Length && slabs[number].Services.First <= point && point <= slabs[number].Services.Last ? slabs[number].Addresses : AddressSet.Empty;
}

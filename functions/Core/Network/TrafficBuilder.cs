using System.Runtime.InteropServices;

namespace Remediator.Network;

/// <summary>Gathers the slabs of a <see cref="TrafficSet"/>, in ascending order; without framework generics for the reason that
/// <see cref="IntervalBuilder{T}"/> gives.</summary>
/// <param name="capacity">The most slabs that there can be.</param>
internal sealed class TrafficBuilder(int capacity)
{
    private readonly TrafficSlab[] _slabs = new TrafficSlab[capacity];
    private int _count;

    /// <summary>Adds a stretch behind the last, and joins the two when they touch and have the same addresses. No addresses: nothing to add.</summary>
    public void Add(Interval<uint> services, AddressSet addresses)
    {
        if (addresses.IsEmpty) return;
        var last = _count - 1;
        if (last >= 0 && _slabs[last].Services.Last + 1 == services.First && _slabs[last].Addresses.Equals(addresses))
            _slabs[last] = new(new(_slabs[last].Services.First, services.Last), addresses);
        else
            _slabs[_count++] = new(services, addresses);
    }

    /// <summary>The slabs. The builder is not used any more.</summary>
    public ImmutableArray<TrafficSlab> Done()
    {
        var exact = _slabs;
        if (_count < _slabs.Length)
        {
            exact = new TrafficSlab[_count];
            Array.Copy(_slabs, exact, _count);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(exact);
    }
}

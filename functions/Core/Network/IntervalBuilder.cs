using System.Numerics;
using System.Runtime.InteropServices;

namespace Remediator.Network;

/// <summary>Gathers the intervals of an <see cref="IntervalSet{T}"/>.</summary>
/// <remarks>Plain arrays and loops, here and in what uses it: a framework's generic over our structs has no code in any ReadyToRun
/// image, so that each of its methods would be compiled while a cold start waits.</remarks>
/// <param name="capacity">How many intervals are expected; more are taken too.</param>
internal sealed class IntervalBuilder<T>(int capacity)
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>, IUnsignedNumber<T>
{
    /// <summary>Up to here, moving a few entries is cheaper than compiling a sort.</summary>
    private const int Few = 64;

    private Interval<T>[] _intervals = new Interval<T>[capacity];
    private int _count;

    /// <summary>Adds one that may overlap or precede what is there: then only <see cref="Sorted"/> makes a normal form.</summary>
    public void Add(Interval<T> next)
    {
        if (_count == _intervals.Length) _intervals = Copy(_intervals, _count, Math.Max(4, _count * 2));
        _intervals[_count++] = next;
    }

    /// <summary>Adds one that begins no earlier than the last, and joins the two if nothing lies between them.</summary>
    public void Join(Interval<T> next)
    {
        if (_count == 0 || _intervals[_count - 1].EndsShortOf(next)) Add(next);
        else _intervals[_count - 1] = new(_intervals[_count - 1].First, T.Max(_intervals[_count - 1].Last, next.Last));
    }

    /// <summary>Everything that was added, in any order, as a normal form.</summary>
    public ImmutableArray<Interval<T>> Sorted()
    {
        Sort();
        var merged = new IntervalBuilder<T>(_count);
        for (var i = 0; i < _count; i++) merged.Join(_intervals[i]);
        return merged.Done();
    }

    /// <summary>Everything that was added, as it was added. The builder is not used any more.</summary>
    public ImmutableArray<Interval<T>> Done() =>
        ImmutableCollectionsMarshal.AsImmutableArray(_count == _intervals.Length ? _intervals : Copy(_intervals, _count, _count));

    private static Interval<T>[] Copy(Interval<T>[] from, int count, int size)
    {
        var copy = new Interval<T>[size];
        Array.Copy(from, copy, count);
        return copy;
    }

    private void Sort()
    {
        if (_count > Few)
        {
            Array.Sort(_intervals, 0, _count, Comparer<Interval<T>>.Create(static (a, b) => a.First.CompareTo(b.First)));
            return;
        }

        for (var i = 1; i < _count; i++)
        {
            var moved = _intervals[i];
            var to = i;
            for (; to > 0 && moved.First < _intervals[to - 1].First; to--) _intervals[to] = _intervals[to - 1];
            _intervals[to] = moved;
        }
    }
}

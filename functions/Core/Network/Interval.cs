using System.Numerics;

namespace Remediator.Network;

/// <summary>Every value from First to Last, both included; never empty.</summary>
public readonly record struct Interval<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>, IUnsignedNumber<T>
{
    public Interval(T first, T last)
    {
        if (last < first) throw new ArgumentException($"an interval runs upwards, and {first} to {last} does not", nameof(last));
        First = first;
        Last = last;
    }

    public T First { get; }

    public T Last { get; }

    /// <summary>The number of values, exact: one more than T may hold.</summary>
    public BigInteger Count => ToBig(Last) - ToBig(First) + 1;

    public bool Covers(Interval<T> other) => First <= other.First && other.Last <= Last;

    public bool Overlaps(Interval<T> other) => First <= other.Last && other.First <= Last;

    /// <summary>True when this one ends before the other begins, with at least one value between them.</summary>
    internal bool EndsShortOf(Interval<T> other) => Last < other.First && other.First - Last > T.One;

    private static BigInteger ToBig(T value) => BigInteger.CreateChecked(value);
}

using System.Diagnostics;
using System.Numerics;

namespace Remediator.Network;

/// <summary>An immutable set of unsigned integers, held as intervals.</summary>
/// <remarks>INVARIANT (the normal form): the intervals ascend, do not overlap and do not touch, so that equal sets have equal
/// intervals. The empty set has none.</remarks>
public sealed class IntervalSet<T> : IEquatable<IntervalSet<T>>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>, IUnsignedNumber<T>
{
    public static readonly IntervalSet<T> Empty = new([]);

    private IntervalSet(ImmutableArray<Interval<T>> intervals)
    {
        Debug.Assert(IsNormal(intervals.AsSpan()), "intervals must ascend and must not touch");
        Intervals = intervals;
    }

    public ImmutableArray<Interval<T>> Intervals { get; }

    public bool IsEmpty => Intervals.IsEmpty;

    /// <summary>The number of values, exact.</summary>
    public BigInteger Count
    {
        get
        {
            var sum = BigInteger.Zero;
            for (var i = 0; i < Intervals.Length; i++) sum += Intervals[i].Count;
            return sum;
        }
    }

    public static IntervalSet<T> Of(T first, T last) => new([new Interval<T>(first, last)]);

    /// <summary>Takes intervals in any order, overlapping or not.</summary>
    public static IntervalSet<T> From(IEnumerable<Interval<T>> intervals)
    {
        var all = new IntervalBuilder<T>(4);
        foreach (var interval in intervals) all.Add(interval);
        return From(all);
    }

    /// <summary>Takes what was added to the builder, in any order.</summary>
    internal static IntervalSet<T> From(IntervalBuilder<T> intervals) => OrEmpty(intervals.Sorted());

    public IntervalSet<T> Union(IntervalSet<T> other)
    {
        if (IsEmpty || ReferenceEquals(this, other)) return other;
        if (other.IsEmpty) return this;
        var merged = new IntervalBuilder<T>(Intervals.Length + other.Intervals.Length);
        for (int i = 0, j = 0; i < Intervals.Length || j < other.Intervals.Length;)
        {
            var ours = j == other.Intervals.Length || (i < Intervals.Length && Intervals[i].First <= other.Intervals[j].First);
            merged.Join(ours ? Intervals[i++] : other.Intervals[j++]);
        }

        return new(merged.Done());
    }

    public IntervalSet<T> Intersect(IntervalSet<T> other)
    {
        if (IsEmpty || ReferenceEquals(this, other)) return this;
        var (few, many) = ByLength(other);
        IntervalBuilder<T>? kept = null;
        for (int i = 0, at = 0; i < few.Length; i++)
        {
            at = FirstNotBefore(many, few[i].First, at);
            for (; at < many.Length && many[at].First <= few[i].Last; at++)
            {
                (kept ??= new(1)).Add(new(T.Max(few[i].First, many[at].First), T.Min(few[i].Last, many[at].Last)));
                // It may reach into the next of the few as well.
                if (many[at].Last > few[i].Last) break;
            }
        }

        return kept is null ? Empty : new(kept.Done());
    }

    public IntervalSet<T> Minus(IntervalSet<T> other)
    {
        if (IsEmpty || other.IsEmpty) return this;
        var left = new IntervalBuilder<T>(Intervals.Length + 1);
        var j = 0;
        for (var i = 0; i < Intervals.Length; i++)
        {
            while (j < other.Intervals.Length && other.Intervals[j].Last < Intervals[i].First) j++;
            Cut(Intervals[i], other.Intervals, j, left);
        }

        return OrEmpty(left.Done());
    }

    public bool Overlaps(IntervalSet<T> other)
    {
        var (few, many) = ByLength(other);
        for (int i = 0, at = 0; i < few.Length; i++)
        {
            at = FirstNotBefore(many, few[i].First, at);
            if (at == many.Length) return false;
            if (many[at].First <= few[i].Last) return true;
        }

        return false;
    }

    /// <summary>Whether any value from first to last, both included, is in the set; builds nothing.</summary>
    public bool Overlaps(T first, T last)
    {
        var at = FirstNotBefore(Intervals, first, 0);
        return at < Intervals.Length && Intervals[at].First <= last;
    }

    /// <summary>Whether every value of the other set is in this one. Since intervals never touch, one of ours must cover each of theirs.</summary>
    public bool Covers(IntervalSet<T> other)
    {
        for (int i = 0, at = 0; i < other.Intervals.Length; i++)
        {
            at = FirstNotBefore(Intervals, other.Intervals[i].First, at);
            if (at == Intervals.Length || !Intervals[at].Covers(other.Intervals[i])) return false;
        }

        return true;
    }

    public bool Contains(T value) => Overlaps(value, value);

    public bool Equals(IntervalSet<T>? other)
    {
        if (other is null || other.Intervals.Length != Intervals.Length) return false;
        for (var i = 0; i < Intervals.Length; i++)
            if (Intervals[i].First != other.Intervals[i].First || Intervals[i].Last != other.Intervals[i].Last) return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as IntervalSet<T>);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var i = 0; i < Intervals.Length; i++) hash.Add(Intervals[i]);
        return hash.ToHashCode();
    }

    private (ImmutableArray<Interval<T>> Few, ImmutableArray<Interval<T>> Many) ByLength(IntervalSet<T> other) =>
        Intervals.Length <= other.Intervals.Length ? (Intervals, other.Intervals) : (other.Intervals, Intervals);

    private static bool IsNormal(ReadOnlySpan<Interval<T>> intervals)
    {
        for (var i = 1; i < intervals.Length; i++)
            if (!intervals[i - 1].EndsShortOf(intervals[i])) return false;
        return true;
    }

    /// <summary>The index, from a given one on, of the first interval that does not end before the value; their number when all do.
    /// Searched by halves: an <c>unless</c> may list thousands of blocks.</summary>
    private static int FirstNotBefore(ImmutableArray<Interval<T>> intervals, T value, int from)
    {
        var (low, high) = (from, intervals.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (intervals[middle].Last < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static IntervalSet<T> OrEmpty(ImmutableArray<Interval<T>> intervals) => intervals.Length == 0 ? Empty : new(intervals);

    /// <summary>Adds what the cuts leave of the whole. The cuts ascend; of those from <paramref name="next"/> on, none ends before the whole begins.</summary>
    private static void Cut(Interval<T> whole, ImmutableArray<Interval<T>> cuts, int next, IntervalBuilder<T> left)
    {
        var from = whole.First;
        for (; next < cuts.Length && cuts[next].First <= whole.Last; next++)
        {
            if (cuts[next].First > from) left.Add(new(from, cuts[next].First - T.One));
            if (cuts[next].Last >= whole.Last) return;
            from = cuts[next].Last + T.One;
        }

        left.Add(new(from, whole.Last));
    }
}

namespace Remediator.Core.Tests.Groups;

/// <summary>The least cost of a set of candidates that cover a target exactly, found by trying. Sets are masks of at most 128 cells.</summary>
internal sealed class SmallestCover
{
    private readonly (UInt128 Cells, int Cost)[] _candidates;
    private int _best;

    private SmallestCover((UInt128 Cells, int Cost)[] candidates) => _candidates = candidates;

    /// <param name="candidates">Those that leave the target are not used.</param>
    public static int Cost(UInt128 target, IEnumerable<(UInt128 Cells, int Cost)> candidates)
    {
        var inside = candidates.Where(c => c.Cells != 0 && (c.Cells & ~target) == 0).ToArray();
        // One that another holds at no more cost is never needed.
        var widest = inside.Where((c, i) => !inside.Where((o, j) => j != i && (c.Cells & ~o.Cells) == 0 && o.Cost <= c.Cost && (o != c || j < i)).Any()).ToArray();
        var search = new SmallestCover(widest) { _best = int.MaxValue };
        search.Try(target, 0);
        return search._best;
    }

    private void Try(UInt128 left, int cost)
    {
        if (left == 0) _best = Math.Min(_best, cost);
        if (left == 0 || cost + 1 > _best) return;
        var cell = left & unchecked(~left + UInt128.One);
        foreach (var candidate in _candidates)
            if ((candidate.Cells & cell) != 0 && cost + candidate.Cost < _best) Try(left & ~candidate.Cells, cost + candidate.Cost);
    }
}

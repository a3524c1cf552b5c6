namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>What one rule makes of each cell of one permission: 0 free, 1 perhaps forbidden, 2 forbidden.</summary>
/// <param name="Allowed">What its exceptions surely allow.</param>
/// <param name="Outdated">A baseline, and whoever opened this may change the group.</param>
internal sealed record ModelMeeting(int[][] Cells, bool[][] Allowed, bool Outdated)
{
    /// <summary>Of every service that the permission does not open.</summary>
    private static readonly int[] Nothing = new int[Universe.Addresses.Length];

    private static readonly bool[] NoneAllowed = new bool[Universe.Addresses.Length];

    public bool Any(int least) => Cells.Any(row => row.Any(cell => cell >= least));

    public static ModelMeeting? Of(ModelCase c, ModelRule rule, ModelPermission p)
    {
        if (rule.Ingress is { } ingress && ingress != p.Ingress) return null;
        if (rule.Kind == "changes" && (c.OpenedBy is null || c.OpenedBy == rule.Allows)) return null;
        var chosen = ModelChoice.Chooses(rule.Groups, c.Own);
        if (chosen == 0) return null;
        var outranked = rule.Kind == "baseline" ? Outranked(c) : 0;
        var may = ModelReach.Of(c, p);
        var allowed = Values(c, rule.Unless, p, may, true);
        var denied = Values(c, rule.Kind == "rule" ? rule.Deny : [new([ServiceBox.All], [new("anywhere")])], p, may, false);
        var cells = denied.Select((row, s) => ReferenceEquals(row, Nothing) ? row : row.Select((deny, a) => deny == 0 || allowed[s][a] == 2 ? 0 : deny == 2 && allowed[s][a] == 0 ? 2 : 1).ToArray()).ToArray();
        foreach (var row in cells.Where(row => !ReferenceEquals(row, Nothing))) Weaken(row, may, chosen == 1 || outranked == 1);
        return new(cells, [.. allowed.Select(row => ReferenceEquals(row, Nothing) ? NoneAllowed : row.Select(cell => cell == 2).ToArray())], outranked == 2);
    }

    private static void Weaken(int[] row, ModelReach may, bool unsure)
    {
        // Whatever the peer turns out to be: no address that it may be is free of it.
        var fromAll = !unsure && (may.IsExact || row.Select((cell, a) => !may.Cells[a] || cell == 2).All(sure => sure));
        for (var a = 0; a < row.Length; a++)
            if (row[a] == 2 && !fromAll) row[a] = 1;
        if (may.IsVacant && row.Contains(0))
            for (var a = 0; a < row.Length; a++)
                if (row[a] == 1) row[a] = 0;
    }

    private static int Outranked(ModelCase c) => c.OpenedBy is null
        ? 0
        : c.Rules.Where(r => r.Kind == "changes" && r.Allows == c.OpenedBy).Select(r => ModelChoice.Chooses(r.Groups, c.Own)).Append(0).Max();

    private static int[][] Values(ModelCase c, ModelProduct[] products, ModelPermission p, ModelReach may, bool excuses)
    {
        var box = p.Box;
        var means = products.Select(product => Best(product.Peers.Select(t => Meaning(c, t, p, may, excuses)))).ToArray();
        return [.. Universe.Services.Select(s => !box.Has(s.Protocol, s.Number)
            ? Nothing
            : Best(means.Where((_, i) => products[i].Services.Any(b => b.Has(s.Protocol, s.Number)))))];
    }

    private static int[] Meaning(ModelCase c, ModelTerm term, ModelPermission p, ModelReach may, bool excuses)
    {
        var row = new int[may.Cells.Length];
        for (var a = 0; a < row.Length; a++)
            if (may.Cells[a]) row[a] = ModelChoice.Means(term, c, p, a, excuses);
        return row;
    }

    private static int[] Best(IEnumerable<int[]> rows)
    {
        var best = new int[Universe.Addresses.Length];
        foreach (var row in rows)
            for (var a = 0; a < best.Length; a++) best[a] = Math.Max(best[a], row[a]);
        return best;
    }
}

using Remediator.Core.Tests.Groups;

namespace Remediator.Core.Tests.Verdicts.Trimming.Model;

/// <summary>What trim has to keep, cell by cell, and with how few pieces: DESIGN's words, and nothing of Core.</summary>
/// <param name="Kept">Service by address.</param>
/// <param name="OwnPieces">The fewest whose peer is the permission's own.</param>
/// <param name="InnerPieces">The fewest whose peers lie inside it.</param>
internal sealed record TrimModel(bool[,] Kept, int OwnPieces, int InnerPieces, bool[,] Dropped)
{
    private static readonly Dictionary<int, (UInt128 Cells, int Cost)[]> Candidates = new[] { 0, 4, 8 }.ToDictionary(n => n, n => All(new TrimUniverse(n).Blocks.Select(b => (b.First, b.Size))));

    private static readonly (UInt128 Cells, int Cost)[] OfOneAddress = All([(0, 1)]);

    public static TrimModel Of(TrimCase c)
    {
        var kept = new bool[16, 8];
        foreach (var (s, a) in Cells(c)) kept[s, a] = Keeps(c, s, a);
        bool[] whole = [.. Enumerable.Range(0, 16).Select(s => c.Own[s] && Enumerable.Range(0, 8).All(a => !c.Reach[a] || kept[s, a]))];
        foreach (var (s, a) in Cells(c))
            if (!c.Exact && !whole[s]) kept[s, a] = false;
        var inner = c.Exact ? Inner(c, kept, whole) : 0;
        var own = Enumerable.Range(0, 16).All(s => whole[s] == c.Own[s]) ? 0 : SmallestCover.Cost(Mask((s, a) => a == 0 && whole[s]), OfOneAddress);
        if (own == 0 && inner == 0) kept = new bool[16, 8];
        var dropped = new bool[16, 8];
        foreach (var (s, a) in Cells(c)) dropped[s, a] = !kept[s, a] && !IsForbidden(c, s, a);
        return new(kept, own, inner, dropped);
    }

    private static bool Keeps(TrimCase c, int s, int a)
    {
        if (c.Protocol == "-1" && !IsCommon(c, s)) return false;
        return c.Waived[s, a] || c.Rules.All(r => r.Allowed[s, a] || !Enumerable.Range(0, 8).Any(x => c.Reach[x] && r.Denied[s, x]));
    }

    private static bool IsCommon(TrimCase c, int s)
    {
        var protocol = TrimUniverse.Services[s].Protocol;
        bool Has(bool ipv4) => !c.Exact || Enumerable.Range(0, 8).Any(a => c.Reach[a] && c.Universe.IsIPv4(a) == ipv4);
        return protocol switch { 6 or 17 => true, 1 => Has(true), 58 => Has(false), _ => c.Named.Contains(protocol) };
    }

    private static bool IsForbidden(TrimCase c, int s, int a) => c.Rules.Any(r => r.Denied[s, a] && !r.Allowed[s, a]) && !c.Waived[s, a];

    private static int Inner(TrimCase c, bool[,] kept, bool[] whole) =>
        SmallestCover.Cost(Mask((s, a) => c.Own[s] && c.Reach[a] && kept[s, a] && !whole[s]), Candidates[c.Universe.IPv4]);

    private static (UInt128 Cells, int Cost)[] All(IEnumerable<(int First, int Size)> blocks) =>
    [
        .. from form in TrimUniverse.Forms from b in blocks
        select (Mask((s, a) => form.First <= s && s <= form.Last && b.First <= a && a < b.First + b.Size), form.Cost),
    ];

    private static IEnumerable<(int Service, int Address)> Cells(TrimCase c) =>
        from s in Enumerable.Range(0, 16) from a in Enumerable.Range(0, 8) where c.Own[s] && c.Reach[a] select (s, a);

    private static UInt128 Mask(Func<int, int, bool> holds)
    {
        var mask = UInt128.Zero;
        for (var s = 0; s < 16; s++)
            for (var a = 0; a < 8; a++)
                if (holds(s, a)) mask |= UInt128.One << (8 * s + a);
        return mask;
    }
}

using System.Numerics;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>The judge by brute force: each cell of traffic is asked about by itself, in plain integers. It shares no code with the
/// one it checks, and no idea of sets.</summary>
internal static class ModelJudge
{
    public static ModelVerdict Decide(ModelCase c, Cells cells)
    {
        var reasons = c.Rules.Select(r => Ask(c, cells, r)).OfType<Said>().ToList();
        var surely = reasons.Any(r => r.Surely);
        var carrying = reasons.Where(r => r.Surely == surely).ToList();
        var counted = carrying.Any(r => r.Enforces) ? carrying.Where(r => r.Enforces).ToList() : carrying;
        var forbidden = cells.Services.Select((_, s) => cells.Addresses.Select((_, a) => counted.Any(r => r.Forbidden[s][a])).ToArray()).ToArray();
        var enforcing = reasons.Where(r => r.Enforces).ToList();
        var exact = c.PeerKind == "block";
        return new(
            reasons.Count == 0 ? "Compliant" : surely ? "Violation" : "Undecided",
            string.Join(' ', reasons.Select(r => $"{r.Rule.Id}:{(r.Surely ? "Violation" : "Undecided")}:{(r.Enforces ? "enforcing" : "observing")}")),
            carrying.Count == 0 ? 0 : carrying.Max(r => r.Rule.Severity),
            enforcing.Count == 0 ? null : enforcing.Any(r => r.Surely ? r.Rule.Acts : r.Rule.ActsUnread),
            forbidden,
            exact ? Count(cells, 32, a => AnyService(forbidden, a)) : 0,
            exact ? Count(cells, 128, a => AnyService(forbidden, a)) : 0,
            exact ? Share(c, cells, forbidden) : 0);
    }

    private static Said? Ask(ModelCase c, Cells cells, ModelRule rule)
    {
        if (rule.Ingress is { } ingress && ingress != c.Ingress) return null;
        var may = cells.Addresses.Select(a => c.PeerMayBe(a.Bits, a.First)).ToArray();
        var forbids = rule.Forbids(c, cells);
        var met = forbids.Select(row => row.Select((forbidden, j) => forbidden && may[j]).ToArray()).ToArray();
        if (!met.Any(row => row.Contains(true))) return null;
        var enforces = c.PolicyEnforces && rule.Enforces != false;
        if (c.PeerKind == "block") return new(rule, true, enforces, met);
        // Whatever the peer turns out to be: no address that it may be is free of it.
        var sure = met.Select(row => row.SequenceEqual(may) ? row : new bool[row.Length]).ToArray();
        return sure.Any(row => row.Contains(true)) ? new(rule, true, enforces, sure) : new(rule, false, enforces, met);
    }

    private static double Share(ModelCase c, Cells cells, bool[][] forbidden)
    {
        var bits = c.Block!.Value.Bits;
        bool IsPublic(int a) => !c.IsPrivate(bits, cells.Addresses[a].First);
        var all = Count(cells, bits, IsPublic);
        return all.IsZero ? 0 : (double)Count(cells, bits, a => IsPublic(a) && AnyService(forbidden, a)) / (double)all;
    }

    private static bool AnyService(bool[][] forbidden, int address) => forbidden.Any(row => row[address]);

    private static BigInteger Count(Cells cells, int bits, Func<int, bool> chosen) => Enumerable.Range(0, cells.Addresses.Length)
        .Where(a => cells.Addresses[a].Bits == bits && chosen(a))
        .Aggregate(BigInteger.Zero, (sum, a) => sum + cells.Addresses[a].Size);

    private sealed record Said(ModelRule Rule, bool Surely, bool Enforces, bool[][] Forbidden);
}

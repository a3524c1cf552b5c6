using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Terms;

namespace Remediator.Policies.Reading;

/// <summary>What the mappings of one <c>unless</c> allow together.</summary>
internal sealed class Exceptions(Scope scope)
{
    /// <summary>The union of their addresses and of their symbols; null, and a problem, when it would cost too much.</summary>
    public (TrafficSet Traffic, ImmutableArray<SymbolicTraffic> Symbols)? Union(IReadOnlyList<Match> matches)
    {
        if (matches.Count == 0) return (TrafficSet.Empty, []);
        return Traffic(matches, 0, matches.Count) is { } traffic ? (traffic, [.. Symbols(matches)]) : null;
    }

    /// <summary>Whether one set can be taken from another, or added to it, at a price that is left.</summary>
    public bool Affordable(TrafficSet a, TrafficSet b, Place place) => scope.Budget.Spend((a.Slabs.Length + b.Slabs.Length) * (Widest(a) + Widest(b)), place);

    /// <summary>Each symbol once, with all its services.</summary>
    private IEnumerable<SymbolicTraffic> Symbols(IReadOnlyList<Match> matches) => matches
        .SelectMany(match => match.Symbols)
        .GroupBy(symbolic => symbolic.Peer.Text, StringComparer.Ordinal)
        .Select(same => new SymbolicTraffic(scope.Services.Kind.Union([.. same.Select(s => s.Services)]), same.First().Peer));

    /// <summary>By halves, for the reason that <see cref="TermKind{TSet}"/> gives.</summary>
    private TrafficSet? Traffic(IReadOnlyList<Match> matches, int from, int to)
    {
        if (to - from == 1) return matches[from].Traffic;
        if (Traffic(matches, from, (from + to) / 2) is not { } first || Traffic(matches, (from + to) / 2, to) is not { } second) return null;
        return Affordable(first, second, matches[from].Place) ? first.Union(second) : null;
    }

    private static long Widest(TrafficSet traffic)
    {
        var widest = 0;
        foreach (var slab in traffic.Slabs) widest = Math.Max(widest, slab.Addresses.IPv4.Intervals.Length + slab.Addresses.IPv6.Intervals.Length);
        return widest;
    }
}

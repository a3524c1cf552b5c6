using System.Numerics;
using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Selectors;

namespace Remediator.Policies.Checks;

/// <summary>Warns of each rule that surely adds nothing to another; of two that are equal, the later one.</summary>
internal sealed class ShadowCheck
{
    /// <summary>How much comparing one policy may cost, in intervals and selectors that are looked at. Beyond it no more rules are
    /// compared, which is told: all that is lost is a warning.</summary>
    private const long MostCompared = 30_000_000;

    /// <summary>What looking at two rules costs before their sets are.</summary>
    private const int PairCost = 5;

    private readonly Policy policy;
    private readonly ImmutableArray<Rule> rules;
    private readonly ServiceSet[] services;
    private long left = MostCompared;

    private ShadowCheck(Policy policy)
    {
        this.policy = policy;
        rules = policy.Rules;
        services = [.. rules.Select(rule => rule.Forbids.Services)];
    }

    public static IEnumerable<Diagnostic> Check(Policy policy)
    {
        var check = new ShadowCheck(policy);
        // A rule may stand twice, once for each direction; it adds nothing when neither does.
        foreach (var parts in Enumerable.Range(0, check.rules.Length).Where(check.Forbids).GroupBy(i => check.rules[i].Id, StringComparer.Ordinal))
        {
            var shadows = parts.Select(check.ShadowOf).TakeWhile(other => other is not null).ToList();
            if (shadows.Count < parts.Count()) continue;
            var rule = check.rules[parts.First()];
            yield return Codes.Shadowed.At(rule.Place, $"the rule {UserText.Quote(rule.Id)} adds nothing to {UserText.Quote(shadows[0]!.Id)}", "take it out, or give it a higher severity or a stronger action if it is meant to outrank the other");
        }

        if (check.left <= 0)
            yield return Codes.NotAllCompared.At(check.rules[0].Place, "not every rule was compared with every other, so one that adds nothing may not be told", "nothing need be done; fewer or simpler rules would be compared in full");
    }

    private bool Forbids(int i) => !rules[i].Forbids.IsEmpty || !rules[i].DenySymbols.IsEmpty;

    private Rule? ShadowOf(int i)
    {
        for (var j = 0; j < rules.Length && left > 0; j++)
        {
            if (i == j || rules[i].Id == rules[j].Id) continue;
            if (Adds(i, j) || (i < j && !Adds(j, i))) continue;
            return rules[j];
        }

        return null;
    }

    /// <summary>Whether rule i may do something that rule j does not.</summary>
    private bool Adds(int i, int j)
    {
        left -= PairCost;
        var (rule, other) = (rules[i], rules[j]);
        if (!IsAsStrong(other, rule) || !IsAsNarrow(other.MaxAddresses, rule.MaxAddresses)) return true;
        left -= services[i].Points.Intervals.Length + services[j].Points.Intervals.Length;
        if (!services[j].Covers(services[i]) || !SymbolsCover(other, rule) || !GroupsCover(other, rule)) return true;
        return !Covers(other.Forbids, rule.Forbids);
    }

    /// <summary>Whether a rule does at least what another does with what both forbid, and stays as long.</summary>
    private bool IsAsStrong(Rule rule, Rule than) =>
        (rule.Direction is null || rule.Direction == than.Direction)
        && rule.Severity >= than.Severity && rule.Action >= than.Action && rule.Undecided >= than.Undecided
        && rule.WhenLedgerDown >= than.WhenLedgerDown && (rule.Sweep ?? policy.Sweep) >= (than.Sweep ?? policy.Sweep)
        && (rule.Review is null || rule.Review == than.Review)
        && (rule.Mode == than.Mode || rule.Mode == Mode.Enforce || than.Mode == Mode.Observe);

    /// <summary>Whether a limit lets through no more than another; no limit lets nothing through.</summary>
    private static bool IsAsNarrow(MaxAddresses? limit, MaxAddresses? than)
    {
        if (limit is null) return true;
        if (than is null) return false;
        return Narrow(limit.IPv4, than.IPv4) && Narrow(limit.IPv6, than.IPv6);

        // A family without a limit of its own is never over it.
        static bool Narrow(long? limit, long? than) => than is null || limit <= than;
    }

    /// <summary>As <see cref="TrafficSet.Covers"/>, stopping at the first gap, and counting: two rules that differ mostly differ early.</summary>
    private bool Covers(TrafficSet outer, TrafficSet inner)
    {
        var j = 0;
        foreach (var slab in inner.Slabs)
        {
            for (var at = slab.Services.First; ; at = outer.Slabs[j].Services.Last + 1)
            {
                while (j < outer.Slabs.Length && outer.Slabs[j].Services.Last < at) j++;
                if (j == outer.Slabs.Length || outer.Slabs[j].Services.First > at || !Covers(outer.Slabs[j].Addresses, slab.Addresses)) return false;
                if (outer.Slabs[j].Services.Last >= slab.Services.Last) break;
            }
        }

        return true;
    }

    private bool Covers(AddressSet outer, AddressSet inner) =>
        ReferenceEquals(outer, inner) || (Covers(outer.IPv4.Intervals.AsSpan(), inner.IPv4.Intervals.AsSpan()) && Covers(outer.IPv6.Intervals.AsSpan(), inner.IPv6.Intervals.AsSpan()));

    private bool Covers<T>(ReadOnlySpan<Interval<T>> outer, ReadOnlySpan<Interval<T>> inner)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>, IUnsignedNumber<T>
    {
        var i = 0;
        for (var j = 0; j < inner.Length; j++)
        {
            left--;
            while (i < outer.Length && outer[i].Last < inner[j].First) (i, left) = (i + 1, left - 1);
            if (i == outer.Length || !outer[i].Covers(inner[j])) return false;
        }

        return true;
    }

    private bool GroupsCover(Rule other, Rule rule)
    {
        var logic = new SelectorLogic();
        var covers = logic.Covers(other.Groups, rule.Groups);
        left -= logic.Steps;
        return covers;
    }

    /// <summary>Whether whatever the rule denies by symbol the other denies by the same symbol, and whatever the other allows by
    /// symbol the rule allows too. Addresses that the other allows may lie in a list that the rule denies.</summary>
    private bool SymbolsCover(Rule other, Rule rule)
    {
        left -= ((long)rule.DenySymbols.Length * other.DenySymbols.Length) + ((long)rule.UnlessSymbols.Length * other.UnlessSymbols.Length);
        if (left <= 0 || !rule.DenySymbols.All(symbol => Has(other.DenySymbols, symbol))) return false;
        if (!other.UnlessSymbols.All(symbol => Has(rule.UnlessSymbols, symbol))) return false;
        return rule.DenySymbols.IsEmpty || rule.Unless.Covers(other.Unless);
    }

    private static bool Has(ImmutableArray<SymbolicTraffic> all, SymbolicTraffic one) =>
        all.Any(symbol => symbol.Peer.Text == one.Peer.Text && symbol.Services.Covers(one.Services));
}

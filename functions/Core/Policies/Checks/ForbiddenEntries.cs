using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies.Selectors;

namespace Remediator.Policies.Checks;

/// <summary>What a baseline wants and a rule forbids. It is an error where the rule is surely about all groups of the baseline, acts
/// by itself, and forbids some of the entry whatever is read later; a warning where only some of this is sure.</summary>
/// <remarks>Of rules and baselines whose selectors are not shown to share groups, nothing is said: nearly every pair of tags or names
/// could meet on some group.</remarks>
internal sealed class ForbiddenEntries
{
    /// <summary>Pairs of an entry and a rule, and intervals of theirs. Beyond it no more are compared.</summary>
    private const long MostCompared = 8_000_000;

    /// <summary>What looking at an entry and a rule costs before their sets are.</summary>
    private const int PairCost = 8;

    private readonly Policy policy;
    private long left = MostCompared;

    private ForbiddenEntries(Policy policy) => this.policy = policy;

    private enum Certainty
    {
        No,
        Perhaps,
        Surely,
    }

    /// <summary>The errors.</summary>
    public static IEnumerable<Diagnostic> Sure(Policy policy) => new ForbiddenEntries(policy).Find(Certainty.Surely);

    /// <summary>The warnings.</summary>
    public static IEnumerable<Diagnostic> Possible(Policy policy)
    {
        var search = new ForbiddenEntries(policy);
        foreach (var found in search.Find(Certainty.Perhaps)) yield return found;
        if (search.left <= 0)
            yield return Codes.NotAllCompared.At(policy.Baselines[0].Place, "not every baseline was compared with every rule, so one that a rule forbids may not be told", "nothing need be done; fewer or simpler entries would be compared in full");
    }

    private IEnumerable<Diagnostic> Find(Certainty wanted)
    {
        foreach (var baseline in policy.Baselines)
        {
            foreach (var rule in policy.Rules)
            {
                if (left <= 0) yield break;
                var groups = SharedGroups(rule, baseline);
                if (groups == Certainty.No) continue;
                foreach (var entry in Entries(baseline, rule.Direction))
                {
                    if (left <= 0) break;
                    var certainty = (Certainty)Math.Min((int)groups, (int)Forbids(rule, entry));
                    if (certainty != Certainty.No && Acts(rule, certainty) == wanted) yield return Told(rule, entry, wanted);
                }
            }
        }
    }

    private static Certainty Acts(Rule rule, Certainty certainty) => rule.Mode == Mode.Observe || rule.Action == RuleAction.Notify ? Certainty.Perhaps : certainty;

    private static Diagnostic Told(Rule rule, BaselineEntry entry, Certainty certainty) => certainty == Certainty.Surely
        ? Codes.BaselineForbidden.At(entry.Place, $"the rule {UserText.Quote(rule.Id)} forbids some of what the entry {UserText.Quote(entry.Id)} wants", "narrow the entry, or let the rule allow it with `unless`")
        : Codes.BaselineMayBeForbidden.At(entry.Place, $"the rule {UserText.Quote(rule.Id)} may forbid some of what the entry {UserText.Quote(entry.Id)} wants", "narrow the entry, or let the rule allow it with `unless`");

    private static IEnumerable<BaselineEntry> Entries(Baseline baseline, Direction? direction) =>
        (baseline.Ingress ?? []).Concat(baseline.Egress ?? []).Where(entry => direction is null || entry.Direction == direction);

    private Certainty SharedGroups(Rule rule, Baseline baseline)
    {
        var logic = new SelectorLogic();
        var shared = logic.Covers(rule.Groups, baseline.Groups) ? Certainty.Surely : logic.Covers(baseline.Groups, rule.Groups) ? Certainty.Perhaps : Certainty.No;
        left -= 1 + logic.Steps;
        return shared;
    }

    private Certainty Forbids(Rule rule, BaselineEntry entry)
    {
        left -= PairCost + rule.Forbids.Slabs.Length + entry.Services.Points.Intervals.Length + ((1L + entry.Symbols.Length) * (rule.DenySymbols.Length + rule.UnlessSymbols.Length));
        if (left <= 0) return Certainty.No;
        if (rule.DenySymbols.IsEmpty && !rule.Forbids.Overlaps(entry.Services, AddressSet.All)) return Certainty.No;
        var certainty = OfAddresses(rule, entry);
        if (rule.MaxAddresses is not null) return certainty;
        foreach (var symbol in entry.Symbols)
            if (OfSymbol(rule, entry.Services, symbol) is var other && other > certainty) certainty = other;
        return certainty;
    }

    private Certainty OfAddresses(Rule rule, BaselineEntry entry)
    {
        if (!rule.Forbids.Overlaps(entry.Services, entry.Addresses)) return Certainty.No;
        left -= entry.Addresses.IPv4.Intervals.Length + entry.Addresses.IPv6.Intervals.Length + rule.Forbids.Slabs.Sum(slab => (long)slab.Addresses.IPv4.Intervals.Length);
        var hit = rule.Forbids.Intersect(TrafficSet.Of(entry.Services, entry.Addresses));
        if (rule.MaxAddresses is { } limit && !Breadth.MayExceed(hit, limit)) return Certainty.No;
        return Without(hit.Services, rule.UnlessSymbols.Where(s => IsList(s.Peer))).IsEmpty ? Certainty.Perhaps : Certainty.Surely;
    }

    private Certainty OfSymbol(Rule rule, ServiceSet services, PeerSymbol symbol)
    {
        var isList = IsList(symbol);
        var same = rule.UnlessSymbols.Where(s => s.Peer.Text == symbol.Text);
        var alike = rule.UnlessSymbols.Where(s => IsList(s.Peer) == isList).ToList();
        foreach (var denied in rule.DenySymbols.Where(s => s.Peer.Text == symbol.Text))
            if (!Without(denied.Services.Intersect(services), alike).IsEmpty && rule.Unless.IsEmpty) return Certainty.Surely;
        var reach = isList ? AddressSet.All : policy.Private;
        if (!Without(rule.Forbids.ServicesFromAllOf(reach).Intersect(services), alike).IsEmpty) return Certainty.Surely;
        var perhaps = Without(services, same);
        return rule.Forbids.Overlaps(perhaps, reach) || rule.DenySymbols.Any(s => s.Peer.Text == symbol.Text && s.Services.Overlaps(perhaps)) ? Certainty.Perhaps : Certainty.No;
    }

    private static ServiceSet Without(ServiceSet services, IEnumerable<SymbolicTraffic> allowed) => allowed.Aggregate(services, (left, symbolic) => left.Minus(symbolic.Services));

    private static bool IsList(PeerSymbol symbol) => symbol is PeerSymbol.PrefixList or PeerSymbol.ForeignPrefixList;
}

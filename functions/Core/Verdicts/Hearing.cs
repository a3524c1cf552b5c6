using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts;

/// <summary>One permission in one situation, put to one rule after another.</summary>
internal sealed class Hearing
{
    private readonly SymbolReader _symbols;

    public Hearing(PolicyIndex index, Permission permission, Situation situation, PeerReach reach)
    {
        (Index, Permission, Situation, Reach) = (index, permission, situation, reach with { Set = reach.Addresses });
        Opened = TrafficSet.Of(permission.Services, Reach.Addresses);
        _symbols = new(index.Policy, permission, Reach.Addresses, situation);
    }

    public PolicyIndex Index { get; }

    public Permission Permission { get; }

    public Situation Situation { get; }

    public PeerReach Reach { get; }

    /// <summary>Everything that the permission opens, or may open at most.</summary>
    public TrafficSet Opened { get; }

    /// <summary>See <see cref="Situation.WhyOnlyTold"/>.</summary>
    public string? WhyOnlyTold(IndexedRule rule) => Situation.WhyOnlyTold?.Invoke(Permission, rule.Rule);

    /// <summary>What the rule forbids of the permission, apart from <see cref="Rule.MaxAddresses"/>; null: nothing.
    /// <code>
    /// at most  what deny names or perhaps names, without what unless surely allows
    /// surely   what deny surely names, without what unless allows or perhaps allows;
    ///          of a peer whose addresses are not known, only services that are forbidden from all that it may have
    /// </code></summary>
    public Meeting? Meet(IndexedRule rule)
    {
        var doubts = ImmutableArray.CreateBuilder<Doubt>();
        var concerned = Concerned(rule, doubts, out var outdated);
        if (concerned == Selection.No) return null;
        var (denied, perhapsDenied) = Resolve(rule.Rule.Deny, rule.Rule.DenySymbols, false, doubts);
        var (allowed, perhapsAllowed) = Resolve(rule.Rule.Unless, rule.Rule.UnlessSymbols, true, doubts);
        var atMost = perhapsDenied.Minus(allowed);
        var surely = concerned == Selection.Yes ? Surely(denied.Minus(perhapsAllowed)) : TrafficSet.Empty;
        if (Reach.Vacant) atMost = Surely(atMost);
        if (atMost.IsEmpty) return null;
        AddPeer(doubts);
        return new(surely, atMost, denied.Minus(perhapsAllowed.Minus(allowed)), allowed, doubts.ToImmutable()) { Outdated = outdated };
    }

    private TrafficSet Surely(TrafficSet forbidden) =>
        Reach.Exact ? forbidden : TrafficSet.Of(forbidden.ServicesFromAllOf(Reach.Addresses), Reach.Addresses);

    /// <summary>Whether the rule is asked here at all: of this group, and of whoever opened the permission.</summary>
    private Selection Concerned(IndexedRule rule, ImmutableArray<Doubt>.Builder doubts, out bool outdated)
    {
        outdated = false;
        if (rule.Control is { } control && (Situation.OpenedBy is null || control.Allow.Allows(Situation.OpenedBy))) return Selection.No;
        var chosen = rule.IsAboutAnyGroup ? Selection.Yes : Chosen(rule.Rule.Groups, doubts);
        if (chosen == Selection.No || rule.Rule.Kind != RuleKind.Baseline) return chosen;
        var outranked = Outranked(doubts);
        outdated = outranked == Selection.Yes;
        return outranked == Selection.Unknown ? Selection.Unknown : chosen;
    }

    private Selection Chosen(GroupSelector selector, ImmutableArray<Doubt>.Builder doubts)
    {
        var chosen = selector.Choose(Situation.Group);
        if (chosen == Selection.Unknown) doubts.Add(Doubt.OfGroup(selector, Situation.Group));
        return chosen;
    }

    /// <summary>Whether some change control lets whoever opened the permission, or made it what it is now, change this group.</summary>
    private Selection Outranked(ImmutableArray<Doubt>.Builder doubts)
    {
        if ((Situation.OpenedBy ?? Situation.Actor) is not { } actor) return Selection.No;
        var allowing = Index.Policy.Changes.Where(control => control.Allow.Allows(actor)).Select(control => control.Groups);
        return Chosen(new GroupSelector.OneOf([.. allowing]), doubts);
    }

    /// <summary>What addresses and symbols name of the permission, surely and at most.</summary>
    private (TrafficSet Surely, TrafficSet AtMost) Resolve(
        TrafficSet addresses, ImmutableArray<SymbolicTraffic> symbols, bool excuses, ImmutableArray<Doubt>.Builder doubts)
    {
        var surely = addresses.Intersect(Opened);
        var perhaps = TrafficSet.Empty;
        foreach (var symbol in symbols)
        {
            if (!SymbolReader.CanMean(symbol.Peer, Permission.Peer) || !symbol.Services.Overlaps(Permission.Services)) continue;
            var meaning = _symbols.Read(symbol.Peer, excuses);
            var traffic = TrafficSet.Of(symbol.Services.Intersect(Permission.Services), meaning.Addresses);
            if (meaning.Matches == Selection.Yes) surely = surely.Union(traffic);
            else perhaps = perhaps.Union(traffic);
            if (meaning.Doubt is { } doubt) doubts.Add(doubt with { About = traffic });
        }

        return (surely, surely.Union(perhaps));
    }

    /// <summary>What is not known of the peer itself.</summary>
    private void AddPeer(ImmutableArray<Doubt>.Builder doubts)
    {
        if (Reach.Exact || Reach.Vacant) return;
        if (Permission.Peer is Peer.PrefixList list) doubts.Add(Doubt.OfList(list.Id, Situation));
        if (Permission.Peer is Peer.Group group) doubts.Add(Doubt.OfMembers(group.GroupId));
    }
}

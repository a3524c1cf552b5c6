using System.Diagnostics;
using Remediator.Groups;
using Remediator.Incoming;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts.Lacking;

/// <summary>The peers that one symbol of a baseline stands for in one group.</summary>
/// <param name="Standing">Those that count when they stand already.</param>
/// <param name="Wanted">The one that a permission can be made with; null when there is not exactly one.</param>
/// <param name="Why">Then why, for people; else empty.</param>
internal readonly record struct SymbolPeers(IReadOnlyList<Peer> Standing, Peer? Wanted, string Why)
{
    public static SymbolPeers Of(PeerSymbol symbol, StandingTraffic admitted, Situation situation) => symbol switch
    {
        PeerSymbol.Self => One(new Peer.Group(situation.Group.Key.GroupId, null, null)),
        PeerSymbol.PrefixList list => OfList(list, situation),
        PeerSymbol.Group group => OfGroup(group, admitted, situation),
        PeerSymbol.ForeignPrefixList => new([], null, $"{Quoted.Text(symbol.Text)} names no list that could be put back"),
        _ => throw new UnreachableException(),
    };

    private static SymbolPeers One(Peer peer) => new([peer], peer, "");

    private static SymbolPeers OfList(PeerSymbol.PrefixList symbol, Situation situation)
    {
        if (symbol.IdOrName.StartsWith("pl-", StringComparison.Ordinal)) return One(new Peer.PrefixList(symbol.IdOrName));
        var named = situation.PrefixLists.Values.OfType<PrefixList>().Where(l => l.Name == symbol.IdOrName).Select(l => l.Id).Distinct().ToList();
        return Choose(symbol, [.. named.Select(id => new Peer.PrefixList(id))], "no prefix list that was read has this name");
    }

    /// <summary>A group that the symbol names by its id needs no reading; any other is looked for among the groups that were read.</summary>
    private static SymbolPeers OfGroup(PeerSymbol.Group symbol, StandingTraffic admitted, Situation situation)
    {
        var standing = admitted.Groups.Where(g => Chosen(symbol, g, situation) == Selection.Yes).ToList();
        if (IdOf(symbol.Selector) is { } id) return Choose(symbol, [Reference(situation.PeerGroups.GetValueOrDefault(id)?.Key.Account, id, situation)], "");
        if (admitted.Groups.FirstOrDefault(g => Chosen(symbol, g, situation) == Selection.Unknown) is { } unread)
            return new(standing, null, $"whether {Quoted.Text(unread.GroupId)} is {Quoted.Text(symbol.Text)} was not read");
        var known = situation.PeerGroups.Values.OfType<GroupFacts>().Append(situation.Group).DistinctBy(g => g.Key.GroupId);
        Peer[] wanted = [.. known.Where(g => symbol.Selector.Choose(g) == Selection.Yes).Select(g => Reference(g.Key.Account, g.Key.GroupId, situation))];
        return Choose(symbol, wanted, "no group that was read is chosen by it") with { Standing = standing };
    }

    private static SymbolPeers Choose(PeerSymbol symbol, Peer[] peers, string whyNone) => peers switch
    {
        [var one] => One(one),
        [] => new([], null, $"{Quoted.Text(symbol.Text)}: {whyNone}"),
        _ => new(peers, null, $"{Quoted.Text(symbol.Text)} stands for several: {string.Join(", ", peers.Select(p => p.Key).Order(StringComparer.Ordinal).Take(5).Select(Quoted.Text))}"),
    };

    private static Selection Chosen(PeerSymbol.Group symbol, Peer.Group peer, Situation situation)
    {
        var key = situation.Group.Key;
        if (peer.GroupId == key.GroupId) return symbol.Selector.Choose(situation.Group);
        return symbol.Selector.Choose(situation.PeerGroups.GetValueOrDefault(peer.GroupId) ?? new(new GroupKey(peer.Account ?? key.Account, key.Region, peer.GroupId)));
    }

    private static Peer Reference(string? account, string id, Situation situation) => new Peer.Group(id, account == situation.Group.Key.Account ? null : account, null);

    private static string? IdOf(GroupSelector selector) => selector switch
    {
        GroupSelector.Named named => IdOf(named.Meaning),
        GroupSelector.All { Of: [var only] } => IdOf(only),
        GroupSelector.OneOf { Of: [var only] } => IdOf(only),
        GroupSelector.ByText { Fact: GroupFact.Id, Pattern.Text: var id } when id.AsSpan().IndexOfAny('*', '?') < 0 => id,
        _ => null,
    };
}

using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts;

/// <summary>Reads the symbols of a policy where one permission is judged:
/// <code>
/// symbol               the peer is a block     a prefix list                             a group
/// self, group:X        never                   never                                     by what is known of the group
/// foreign-prefix-list  never                   by its owner                              never
/// prefix-list:X        X's entries             all of it when it is X, else X's entries  X's entries
/// </code></summary>
/// <param name="reach">The peer's addresses, or those that it has at most.</param>
internal sealed class SymbolReader(Policy policy, Permission permission, AddressSet reach, Situation situation)
{
    /// <summary>False: whatever is read, the symbol means nothing of the peer.</summary>
    public static bool CanMean(PeerSymbol symbol, Peer peer) => symbol switch
    {
        PeerSymbol.PrefixList => true,
        PeerSymbol.ForeignPrefixList => peer is Peer.PrefixList,
        _ => peer is Peer.Group,
    };

    /// <param name="excuses">The symbol stands in <c>unless</c>: there, a list that merely has the right name, and belongs to
    /// strangers, excuses nothing.</param>
    public SymbolMeaning Read(PeerSymbol symbol, bool excuses) => (symbol, permission.Peer) switch
    {
        (PeerSymbol.Self, Peer.Group peer) => Whole(peer.GroupId == situation.Group.Key.GroupId ? Selection.Yes : Selection.No, null),
        (PeerSymbol.Group named, Peer.Group peer) => OfGroup(named.Selector, peer),
        (PeerSymbol.ForeignPrefixList, Peer.PrefixList peer) => OfForeign(peer.Id),
        (PeerSymbol.PrefixList named, _) => OfList(named.IdOrName, excuses),
        _ => SymbolMeaning.Nothing,
    };

    private SymbolMeaning Whole(Selection matches, Doubt? doubt) => matches == Selection.No ? SymbolMeaning.Nothing : new(matches, reach, doubt);

    private SymbolMeaning OfGroup(GroupSelector selector, Peer.Group peer)
    {
        var own = peer.GroupId == situation.Group.Key.GroupId;
        var facts = own ? situation.Group : situation.PeerGroups.GetValueOrDefault(peer.GroupId) ?? Named(peer);
        var matches = selector.Choose(facts);
        if (matches != Selection.Unknown) return Whole(matches, null);
        return Whole(matches, own ? Doubt.OfGroup(selector, facts) : Doubt.OfPeer(peer.GroupId, situation));
    }

    /// <summary>What the reference itself says. It crosses no region, and without an account it means the group's own
    /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UserIdGroupPair.html).</summary>
    private GroupFacts Named(Peer.Group peer) =>
        new(new GroupKey(peer.Account ?? situation.Group.Key.Account, situation.Group.Key.Region, peer.GroupId));

    private SymbolMeaning OfForeign(string id)
    {
        if (situation.PrefixLists.GetValueOrDefault(id)?.OwnerId is null) return Whole(Selection.Unknown, Doubt.OfList(id, situation));
        return Whole(IsForeign(situation.PrefixLists[id]!) ? Selection.Yes : Selection.No, null);
    }

    private SymbolMeaning OfList(string idOrName, bool excuses)
    {
        if (permission.Peer is Peer.PrefixList peer)
        {
            if (peer.Id == idOrName) return Whole(Selection.Yes, null);
            var unread = situation.PrefixLists.GetValueOrDefault(peer.Id) is null;
            if (unread && !IsId(idOrName)) return Whole(Selection.Unknown, Doubt.OfList(peer.Id, situation));
            if (Lists(idOrName, excuses).Any(list => list.Id == peer.Id)) return Whole(Selection.Yes, null);
        }

        var lists = Lists(idOrName, excuses);
        if (lists.Count == 0) return Whole(Selection.Unknown, Doubt.OfList(idOrName, situation));
        var entries = lists.Aggregate(AddressSet.Empty, (sum, list) => sum.Union(list.Addresses)).Intersect(reach);
        return entries.IsEmpty ? SymbolMeaning.Nothing : new(Selection.Yes, entries, null);
    }

    /// <summary>The lists that were read of this id or name. Names are not unique, and their owners choose them.</summary>
    private List<PrefixList> Lists(string idOrName, bool excuses)
    {
        var found = new List<PrefixList>();
        foreach (var list in situation.PrefixLists.Values)
        {
            if (list is null || found.Exists(other => other.Id == list.Id)) continue;
            if (IsId(idOrName) ? list.Id == idOrName : list.Name == idOrName && !(excuses && IsForeign(list))) found.Add(list);
        }

        return found;
    }

    private static bool IsId(string idOrName) => idOrName.StartsWith("pl-", StringComparison.Ordinal);

    private bool IsForeign(PrefixList list) =>
        list.OwnerId is { } owner && owner != PrefixList.OwnedByAws && owner != situation.Group.Key.Account && !policy.Organisation.Contains(owner);
}

using Remediator.Groups;
using Remediator.Network;
using Remediator.Verdicts.Redundancies;

namespace Remediator.Verdicts;

/// <summary>Finds permissions that admit nothing that others of the same group and direction do not admit. A person may remove all that
/// are found at once, and nothing is shut out.</summary>
/// <remarks>A list that was read stands for its entries, as they are now; a group, or a list that was not read, for itself alone: no
/// block is known to hold its addresses.</remarks>
public static class Redundancy
{
    /// <summary>In the order of the permissions. Of several ways to choose, the narrower permissions are redundant, and the later ones.</summary>
    public static ImmutableArray<Redundant> In(ImmutableArray<Permission> permissions, ImmutableDictionary<string, PrefixList?> prefixLists)
    {
        if (permissions.Length < 2) return [];
        var all = permissions.Select((p, number) => new Opening(number, p, Addresses(p.Peer, prefixLists))).ToArray();
        var (kept, redundant) = Split(all);
        return [.. redundant.OrderBy(o => o.Number).Select(o => new Redundant(o.Permission, Cover.Of(o, kept)))];
    }

    private static (List<Opening> Kept, List<Opening> Redundant) Split(Opening[] all)
    {
        var (kept, redundant) = (all.ToList(), new List<Opening>());
        // Nearly every permission meets no other: only those that do are worth an order.
        var meeting = all.Where(o => Array.Exists(all, other => other != o && o.Meets(other)));
        foreach (var opening in meeting.OrderBy(o => o.Size).ThenByDescending(o => o.Number))
        {
            var left = kept.Where(o => o != opening && o.Meets(opening)).Aggregate(opening.Traffic, (rest, o) => rest.Minus(o.Traffic));
            if (!left.IsEmpty) continue;
            redundant.Add(opening);
            _ = kept.Remove(opening);
        }

        return (kept, redundant);
    }

    private static AddressSet? Addresses(Peer peer, ImmutableDictionary<string, PrefixList?> prefixLists) => peer switch
    {
        Peer.Block block => AddressSet.From(block.Cidr),
        Peer.PrefixList list when prefixLists.GetValueOrDefault(list.Id) is { Addresses: { IsEmpty: false } entries } => entries,
        _ => null,
    };
}

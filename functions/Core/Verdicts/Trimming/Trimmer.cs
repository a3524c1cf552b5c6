using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts.Trimming;

/// <summary>Keeps of a permission what nobody forbade, in pieces that a person would have written.</summary>
/// <remarks>A service is denied when any rule denies it to any part of the permission's peer:
/// <code>
/// the service                                   is kept with
/// is denied by no rule                          the permission's own peer
/// is denied, the peer is a block or a list      the addresses inside it that every rule that denies the service allows, or that are waived
/// is denied, and these are all there are        the permission's own peer
/// is denied, the peer's addresses are unknown   nobody
/// </code>
/// So the pieces never list what is not denied: private addresses on a port that is closed to the internet go with the internet.</remarks>
internal static class Trimmer
{
    /// <param name="direction">Of the pieces; that of the permission, but where its record does not say it.</param>
    /// <param name="reach">The addresses of the permission's peer, or those that it can have at most.</param>
    /// <param name="exact">Whether these are its addresses.</param>
    /// <param name="rules">The enforcing rules that the permission violates; at least one.</param>
    /// <param name="waived">What is waived now.</param>
    /// <param name="allowed">Whether a piece, judged by itself, may stand.</param>
    internal static Cut Cut(
        Direction direction,
        Permission permission,
        AddressSet reach,
        bool exact,
        ImmutableArray<Opposed> rules,
        TrafficSet waived,
        Policy policy,
        Func<Permission, bool> allowed)
    {
        var whole = TrafficSet.Of(permission.Services, reach);
        var kept = Kept(TrafficSet.Of(Keepable(permission, reach, exact, policy), reach), rules, waived);
        var pieces = Pieces(direction, permission, reach, exact, kept)
            .Where(allowed)
            .Select(p => p with { Description = permission.Description, Tags = permission.Tags })
            .ToImmutableArray();
        if (pieces.Any(p => p == permission with { Direction = direction })) pieces = [];
        var forbidden = rules.Aggregate(TrafficSet.Empty, (sum, r) => sum.Union(r.Denied.Minus(r.Allowed))).Minus(waived);
        return new(pieces, pieces.Aggregate(whole, (left, p) => left.Minus(Traffic(p, permission, reach))).Minus(forbidden));
    }

    /// <summary>Everything, but of a permission for all protocols only those that people run: tcp, udp, ICMP and what the policy names.
    /// Else each of 250 others would be a piece.</summary>
    private static ServiceSet Keepable(Permission permission, AddressSet reach, bool exact, Policy policy)
    {
        if (!permission.Services.Equals(ServiceSet.All)) return permission.Services;
        var common = policy.NamedProtocols.Union([Protocol.Tcp, Protocol.Udp, Protocol.Icmp, Protocol.IcmpV6]);
        var services = common.Aggregate(ServiceSet.Empty, (sum, p) => sum.Union(ServiceSet.Whole(p)));
        // Where the addresses are not known, the peer may have both families.
        if (!exact || (!reach.IPv4.IsEmpty && !reach.IPv6.IsEmpty)) return services;
        return PermissionForms.Carried(services, reach.IPv6.IsEmpty ? AddressFamily.IPv4 : AddressFamily.IPv6);
    }

    private static TrafficSet Kept(TrafficSet whole, ImmutableArray<Opposed> rules, TrafficSet waived)
    {
        var reach = whole.Addresses;
        var kept = whole;
        foreach (var rule in rules)
            kept = kept.Minus(TrafficSet.Of(rule.Denied.Intersect(whole).Services, reach).Minus(rule.Allowed));
        return kept.Union(waived.Intersect(whole));
    }

    /// <summary>None where there would be more of them than any group holds: nobody would have written these.</summary>
    private static ImmutableArray<Permission> Pieces(Direction direction, Permission permission, AddressSet reach, bool exact, TrafficSet kept)
    {
        var own = kept.ServicesFromAllOf(reach);
        var inner = exact ? kept.Minus(TrafficSet.Of(own, reach)) : TrafficSet.Empty;
        if (PermissionForms.Write(direction, own, permission.Peer) is not { } ofOwnPeer || PermissionForms.Write(direction, inner) is not { } inside) return [];
        return ofOwnPeer.Length + inside.Length <= PermissionForms.Most ? ofOwnPeer.AddRange(inside) : [];
    }

    private static TrafficSet Traffic(Permission piece, Permission permission, AddressSet reach) => TrafficSet.Of(
        piece.Services,
        piece.Peer == permission.Peer ? reach : piece.Peer is Peer.Block block ? AddressSet.From(block.Cidr) : AddressSet.Empty);
}

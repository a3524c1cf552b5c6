using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Undos;

/// <summary>What one waiver lets stay: each of the services with each of the peers.</summary>
/// <param name="PeerKeys">In ordinal order.</param>
internal sealed record Scope(Direction Direction, ServiceSet Services, AddressSet Addresses, ImmutableArray<string> PeerKeys)
{
    /// <summary>Canonical.</summary>
    public string Peers => $"{Addresses} {string.Join(' ', PeerKeys)}";

    /// <summary>The scopes that hold just these permissions: a waiver for ssh from one peer and one for mysql from another are not one
    /// for both from both.</summary>
    public static ImmutableArray<Scope> Of(IEnumerable<Permission> permissions) =>
    [
        .. permissions
            .GroupBy(p => (p.Direction, p.Services))
            .Select(same => Of(same.Key.Direction, same.Key.Services, [.. same.Select(p => p.Peer)]))
            .GroupBy(scope => (scope.Direction, scope.Peers))
            .Select(same => same.First() with { Services = same.Aggregate(ServiceSet.Empty, (sum, scope) => sum.Union(scope.Services)) })
            .OrderBy(scope => scope.Direction),
    ];

    private static Scope Of(Direction direction, ServiceSet services, ImmutableArray<Peer> peers)
    {
        var blocks = peers.OfType<Peer.Block>().Select(block => block.Cidr);
        var others = peers.Where(peer => peer is not Peer.Block).Select(peer => peer.Key);
        return new(direction, services, AddressSet.From(blocks), [.. others.Distinct().Order(StringComparer.Ordinal)]);
    }
}

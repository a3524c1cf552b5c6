using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads <c>{ direction, service, peer }</c>. What is not said is everything: both directions, all services, every peer.</summary>
internal sealed class MatchReader(Scope scope)
{
    private const long MostIPv4 = 1L << 32;

    public Match? Deny(Node node) => Read(node, "deny", Keys.Deny);

    /// <summary>One mapping or a list of them; null when any could not be read.</summary>
    public ImmutableArray<Match>? Unless(Node? node)
    {
        if (node is ListNode { Items.IsEmpty: true })
        {
            scope.Problems.Add(Codes.EmptyList, node.Place, "there is no exception in `unless`", "write `{ peer: … }`, or leave `unless` out");
            return null;
        }

        var read = Nodes.Items(node).Select(item => Read(item, "unless", Keys.Unless)).ToList();
        return read.Contains(null) ? null : [.. read.OfType<Match>()];
    }

    /// <summary><c>{ ipv4: 256, ipv6: 1 }</c>.</summary>
    public MaxAddresses? Limit(Node? node)
    {
        if (node is null || Fields.Full(node, "`max-addresses`", Keys.Families, scope.Problems) is not { } fields) return null;
        return new(
            Numbers.Large(fields.Find("ipv4"), "ipv4", 0, MostIPv4, scope.Problems),
            Numbers.Large(fields.Find("ipv6"), "ipv6", 0, long.MaxValue, scope.Problems));
    }

    /// <summary>Null when any of it could not be read; the problems are then reported.</summary>
    private Match? Read(Node node, string key, KeySet keys)
    {
        if (Fields.Of(node, $"`{key}`", keys, scope.Problems) is not { } fields) return null;
        if (node is MapNode { Entries.IsEmpty: true })
        {
            scope.Problems.Add(Codes.EmptyList, node.Place, $"`{key}` says nothing, which would mean all traffic", "write `peer: anywhere` if all traffic is meant");
            return null;
        }

        var direction = fields.Find("direction");
        var way = Language.Direction(direction, scope.Problems);
        var (service, peer) = (fields.Find("service"), fields.Find("peer"));
        var services = service is null ? ServiceSet.All : scope.Services.Read(service);
        var peers = peer is null ? PeerSet.Anywhere : scope.Peers.Read(peer);
        var limit = Limit(fields.Find("max-addresses"));
        if (services is null || peers is null || (direction is not null && way is null)) return null;
        return scope.Budget.Spend(scope.Services.Kind.Pieces(services), node.Place) ? new(way, services, peers, limit, node.Place) : null;
    }
}

using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads <c>{ direction, service, peer }</c>. What is not said is everything: both directions, all services, every peer.</summary>
internal sealed class MatchReader(Vocabulary<AddressSet> peers, Vocabulary<ServiceSet> services, Problems problems, Budget budget)
{
    /// <summary>Null when any of it could not be read; the problems are then reported.</summary>
    public Match? Read(Node node, string key)
    {
        if (Fields.Of(node, $"`{key}`", Language.Match, problems) is not { } fields) return null;
        if (node is MapNode { Entries.IsEmpty: true })
        {
            problems.Add(Codes.EmptyList, node.Place, $"`{key}` says nothing, which would mean all traffic", "write `peer: anywhere` if all traffic is meant");
            return null;
        }

        var direction = fields.Find("direction");
        var way = Language.Direction(direction, problems);
        var (service, peer) = (fields.Find("service"), fields.Find("peer"));
        var ports = service is null ? ServiceSet.All : services.Read(service);
        var addresses = peer is null ? AddressSet.All : peers.Read(peer);
        if (ports is null || addresses is null || (direction is not null && way is null)) return null;
        var pieces = ((long)services.Kind.Pieces(ports), (long)peers.Kind.Pieces(addresses));
        return budget.Spend(pieces.Item1, node.Place) ? new(way, TrafficSet.Of(ports, addresses), pieces, node.Place) : null;
    }
}

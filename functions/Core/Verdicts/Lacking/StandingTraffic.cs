using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Verdicts.Lacking;

/// <summary>What the standing permissions of one direction admit.</summary>
internal sealed class StandingTraffic
{
    private readonly ImmutableArray<Permission> _standing;
    private readonly Situation _situation;
    private readonly TrafficSet _addresses;

    public StandingTraffic(Direction direction, ImmutableArray<Permission> standing, Situation situation)
    {
        (Direction, _situation) = (direction, situation);
        _standing = [.. standing.Where(p => p.Direction == direction)];
        _addresses = _standing.Aggregate(TrafficSet.Empty, (sum, p) => sum.Union(TrafficSet.Of(p.Services, Entries(p.Peer) ?? AddressSet.Empty)));
    }

    public Direction Direction { get; }

    /// <summary>The groups that permissions refer to.</summary>
    public IEnumerable<Peer.Group> Groups => _standing.Select(p => p.Peer).OfType<Peer.Group>().Distinct();

    /// <summary>The lists that permissions refer to with some of the services, and that were not read.</summary>
    public IEnumerable<string> UnreadLists(ServiceSet services) => _standing
        .Where(p => p.Peer is Peer.PrefixList && Entries(p.Peer) is null && p.Services.Overlaps(services))
        .Select(p => p.Peer.Key)
        .Distinct();

    /// <summary>The services that are admitted from all of the peer.</summary>
    public ServiceSet Services(Peer peer)
    {
        var named = Entries(peer) is { IsEmpty: false } entries ? _addresses.ServicesFromAllOf(entries) : ServiceSet.Empty;
        return _standing.Where(p => p.Peer.Key == peer.Key).Aggregate(named, (sum, p) => sum.Union(p.Services));
    }

    /// <summary>The least that has to be added so that this is admitted, in one permission; null when it is admitted. Of several gaps
    /// in one block, what lies between them is opened again: one rule that overlaps costs less quota than many that do not.</summary>
    public Permission? Missing(Permission wanted)
    {
        if (wanted.Peer is not Peer.Block block)
        {
            var left = wanted.Services.Minus(Services(wanted.Peer));
            return left.IsEmpty ? null : ServiceForm.Around(left).Open(Direction, wanted.Peer);
        }

        var gap = TrafficSet.Of(wanted.Services, AddressSet.From(block.Cidr)).Minus(_addresses);
        if (gap.IsEmpty) return null;
        var around = Around(block.Cidr.Family, gap.Addresses);
        return ServiceForm.Around(gap.Services).Open(Direction, new Peer.Block(around, around.ToString()));
    }

    /// <summary>The narrowest block that holds these addresses, all of one family.</summary>
    private static Cidr Around(AddressFamily family, AddressSet addresses)
    {
        var (first, last) = family == AddressFamily.IPv4
            ? (addresses.IPv4.Intervals[0].First, addresses.IPv4.Intervals[^1].Last)
            : (addresses.IPv6.Intervals[0].First, addresses.IPv6.Intervals[^1].Last);
        var differing = 128 - (int)UInt128.LeadingZeroCount(first ^ last);
        return Cidr.Around(family, first, Cidr.Width(family) - differing);
    }

    /// <summary>The addresses of a block, or of a list that was read; null for any other peer.</summary>
    private AddressSet? Entries(Peer peer) => peer switch
    {
        Peer.Block block => AddressSet.From(block.Cidr),
        Peer.PrefixList list => _situation.PrefixLists.GetValueOrDefault(list.Id)?.Addresses,
        _ => null,
    };
}

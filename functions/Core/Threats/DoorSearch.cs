using System.Diagnostics;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Threats;

/// <summary>Which permissions of a group let which packets in, wherever they arrive.</summary>
internal sealed class DoorSearch(ImmutableArray<DoorPacket> packets, DoorFacts facts)
{
    /// <summary>What no packet from the internet carries as its source (RFC 1918, RFC 6598, RFC 4193).</summary>
    private static readonly AddressSet Inside = AddressSet.From(Blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"));

    /// <returns>In the order of permissions and packets; <c>Unknown</c> is null for what surely lets in, else why nobody can tell.</returns>
    public IEnumerable<(Permission Permission, Contact Contact, string? Unknown)> In(SecurityGroup carried)
    {
        foreach (var permission in carried.Permissions.Where(p => p.Direction == Direction.Ingress).Distinct())
        {
            foreach (var packet in packets)
            {
                if (!packet.Services.Overlaps(permission.Services)) continue;
                var (isIn, why) = Admits(permission.Peer, packet);
                if (isIn) yield return (permission, packet.Contact, null);
                else if (why is not null) yield return (permission, packet.Contact, $"whether {permission} of {carried.Key.GroupId} lets it in is not known: {why}");
            }
        }
    }

    private (bool IsIn, string? Unknown) Admits(Peer peer, DoorPacket packet) => peer switch
    {
        Peer.Block block => (block.Cidr.Family == packet.Remote.Family && block.Cidr.First <= packet.Remote.First && packet.Remote.First <= block.Cidr.Last, null),
        Peer.PrefixList list => facts.PrefixLists.GetValueOrDefault(list.Id) is { } read
            ? (read.Addresses.Overlaps(packet.Remote), null)
            : (false, $"prefix list {list.Id} could not be read"),
        Peer.Group reference => facts.GroupsOf.TryGetValue(packet.Contact.Remote, out var groups)
            ? (groups.Contains(reference.GroupId), null)
            : (false, Inside.Overlaps(packet.Remote) ? $"nobody is known to have {packet.Contact.Remote}" : null),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<Cidr> Blocks(params string[] texts) =>
        texts.Select(t => Cidr.TryParse(t, out var block) ? block : throw new UnreachableException($"{t} is a block"));
}

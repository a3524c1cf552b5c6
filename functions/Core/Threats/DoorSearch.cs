using System.Diagnostics;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Threats;

/// <summary>Which permissions of one group after the other let which packets in.</summary>
internal sealed class DoorSearch(ImmutableArray<DoorPacket> packets, DoorFacts facts)
{
    /// <summary>What no packet from the internet carries as its source (RFC 1918, RFC 6598, RFC 4193).</summary>
    private static readonly AddressSet Inside = AddressSet.From(Blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"));

    private readonly List<string> _unknown = [];

    public ImmutableArray<string> Unknown => [.. _unknown.Distinct()];

    public IEnumerable<(Permission Permission, Contact Contact)> In(SecurityGroup carried) =>
        from permission in carried.Permissions.Where(p => p.Direction == Direction.Ingress).Distinct()
        from packet in packets.Where(p => p.Services.Overlaps(permission.Services))
        where Admits(carried, permission, packet)
        select (permission, packet.Contact);

    public void Missing(string groupId, string interfaceId) =>
        _unknown.Add($"group {groupId} of {interfaceId} could not be read, so whether it lets anything in is not known");

    private bool Admits(SecurityGroup group, Permission permission, DoorPacket packet) => permission.Peer switch
    {
        Peer.Block block => AddressSet.From(block.Cidr).Overlaps(packet.Remote),
        Peer.PrefixList list => facts.PrefixLists.GetValueOrDefault(list.Id) is { } read
            ? read.Addresses.Overlaps(packet.Remote)
            : IsUnknown(group, permission, $"prefix list {list.Id} could not be read"),
        Peer.Group reference => facts.GroupsOf.TryGetValue(packet.Contact.Remote, out var groups)
            ? groups.Contains(reference.GroupId)
            : Inside.Overlaps(packet.Remote) && IsUnknown(group, permission, $"nobody is known to have {packet.Contact.Remote}"),
        _ => throw new UnreachableException(),
    };

    /// <returns>False, always: what is not known is no door.</returns>
    private bool IsUnknown(SecurityGroup group, Permission permission, string why)
    {
        _unknown.Add($"whether {permission} of {group.Key.GroupId} lets it in is not known: {why}");
        return false;
    }

    private static IEnumerable<Cidr> Blocks(params string[] texts) =>
        texts.Select(t => Cidr.TryParse(t, out var block) ? block : throw new UnreachableException($"{t} is a block"));
}

using Remediator.Groups;

namespace Remediator.Threats;

/// <summary>Finds what let an attacker in: exactly the ingress permissions, on each interface and group that it carries, that admit a
/// remote address of the finding to a local port of it.</summary>
public static class Doors
{
    /// <param name="interfaces">Those that were reached, with the groups that they carry now.</param>
    /// <param name="groups">Those groups; one that is not among them is told as unknown.</param>
    /// <returns>No door for an outbound threat: what an instance sends, and the answers to it, pass whatever ingress permissions say.</returns>
    public static DoorsFound Of(Threat threat, ImmutableArray<InterfaceFacts> interfaces, ImmutableArray<SecurityGroup> groups, DoorFacts facts)
    {
        if (threat.Direction == ThreatDirection.Outbound) return DoorsFound.None;
        var search = new DoorSearch([.. threat.Contacts.Distinct().Select(DoorPacket.Of)], facts);
        var carried = interfaces.SelectMany(i => i.GroupIds).ToHashSet();
        var open = groups.Where(g => carried.Contains(g.Key.GroupId)).DistinctBy(g => g.Key.GroupId)
            .ToDictionary(g => g.Key.GroupId, g => (g.Key, Ways: search.In(g).ToImmutableArray()));
        var doors = ImmutableArray.CreateBuilder<Door>();
        foreach (var carrier in interfaces.DistinctBy(i => i.Id))
        {
            foreach (var id in carrier.GroupIds.Distinct())
            {
                if (open.TryGetValue(id, out var group)) doors.AddRange(group.Ways.Select(w => new Door(carrier, group.Key, w.Permission, w.Contact)));
                else search.Missing(id, carrier.Id);
            }
        }

        return new(doors.ToImmutable(), search.Unknown);
    }
}

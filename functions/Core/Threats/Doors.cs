using System.Net;
using Remediator.Groups;

namespace Remediator.Threats;

/// <summary>Finds what let an attacker in: exactly the ingress permissions, on each interface and group that it carries, that admit a
/// remote address of the finding to a local port of it.</summary>
public static class Doors
{
    /// <param name="interfaces">Those of the finding, with the groups that they carry now. A contact that says which one it reached, by id
    /// or by an address that one of them has, came in there and nowhere else.</param>
    /// <param name="groups">Those groups; one that is not among them is told as unknown.</param>
    /// <returns>No door for what went out: what a machine sends, and the answers to it, pass whatever ingress permissions say.</returns>
    public static DoorsFound Of(Threat threat, ImmutableArray<InterfaceFacts> interfaces, ImmutableArray<SecurityGroup> groups, DoorFacts facts)
    {
        ImmutableArray<DoorPacket> packets = [.. threat.Contacts.Where(c => CameIn(c, threat)).Distinct().Select(DoorPacket.Of)];
        if (packets.IsEmpty) return DoorsFound.None;
        var (search, own) = (new DoorSearch(packets, facts), interfaces.SelectMany(i => i.Addresses).ToHashSet());
        var carried = interfaces.SelectMany(i => i.GroupIds).ToHashSet();
        var open = groups.Where(g => carried.Contains(g.Key.GroupId)).DistinctBy(g => g.Key.GroupId).ToDictionary(g => g.Key.GroupId, g => (g.Key, Ways: search.In(g).ToList()));
        var (doors, unknown) = (ImmutableArray.CreateBuilder<Door>(), new List<string>());
        foreach (var (carrier, id) in interfaces.DistinctBy(i => i.Id).SelectMany(i => i.GroupIds.Distinct().Select(id => (i, id))))
        {
            if (!open.TryGetValue(id, out var found))
            {
                unknown.Add($"group {id} of {carrier.Id} could not be read, so whether it lets anything in is not known");
                continue;
            }

            var ways = found.Ways.Where(w => Reached(carrier, w.Contact, own)).ToList();
            doors.AddRange(ways.Where(w => w.Unknown is null).Select(w => new Door(carrier, found.Key, w.Permission, w.Contact)));
            unknown.AddRange(ways.Select(w => w.Unknown).OfType<string>());
        }

        return new(doors.ToImmutable(), [.. unknown.Distinct()]);
    }

    internal static bool CameIn(Contact contact, Threat threat) =>
        (contact.Direction == ThreatDirection.Unknown ? threat.Direction : contact.Direction) != ThreatDirection.Outbound;

    private static bool Reached(InterfaceFacts carrier, Contact contact, HashSet<IPAddress> own)
    {
        if (contact.InterfaceId is { } id) return id == carrier.Id;
        return contact.Local is not { } local || !own.Contains(local) || carrier.Addresses.Contains(local);
    }
}

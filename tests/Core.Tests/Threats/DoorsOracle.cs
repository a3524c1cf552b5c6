using System.Net;

namespace Remediator.Core.Tests.Threats;

/// <summary>The same question, asked of one packet after the other: nothing but numbers, bits and what EC2 says of a rule
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html).</summary>
internal static class DoorsOracle
{
    /// <summary>Each door as one text.</summary>
    public static SortedSet<string> Doors(DoorsWorld world)
    {
        var doors = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (carrier, ids) in world.Interfaces)
            foreach (var group in world.Groups.Where(g => ids.Contains(g.Id)))
                foreach (var opening in group.Openings)
                    foreach (var contact in world.Contacts)
                        if (opening.IsIngress && LetsIn(opening, contact) && Holds(world, opening, contact.Remote) == true) _ = doors.Add($"{carrier} {group.Id} {opening.Permission} {contact.Contact}");
        return doors;
    }

    /// <summary>How many things there are that cannot be told.</summary>
    public static int Unknown(DoorsWorld world) =>
        (from @group in world.Groups
         where world.Interfaces.Any(i => i.Groups.Contains(@group.Id))
         from opening in @group.Openings
         from contact in world.Contacts
         where opening.IsIngress && LetsIn(opening, contact) && Holds(world, opening, contact.Remote) is null
         select (@group.Id, opening.Permission.Content, opening.List is null ? contact.Remote : "")).Distinct().Count();

    private static bool? Holds(DoorsWorld world, RawOpening opening, string remote)
    {
        var bytes = IPAddress.Parse(remote).GetAddressBytes();
        if (opening.Block is { } block) return Holds(block, bytes);
        if (opening.List is { } list) return world.Lists.GetValueOrDefault(list)?.Any(b => Holds(b, bytes));
        if (world.Members.TryGetValue(remote, out var groups)) return groups.Contains(opening.Group);
        return remote.StartsWith("10.", StringComparison.Ordinal) || remote.StartsWith("192.168.", StringComparison.Ordinal) || remote.StartsWith("100.64.", StringComparison.Ordinal) || remote.StartsWith("fd", StringComparison.Ordinal) ? null : false;
    }

    private static bool Holds(RawBlock block, byte[] address) =>
        block.Address.Length == address.Length && Enumerable.Range(0, block.Length).All(i => Bit(block.Address, i) == Bit(address, i));

    private static int Bit(byte[] bytes, int i) => (bytes[i / 8] >> (7 - (i % 8))) & 1;

    private static bool LetsIn(RawOpening opening, RawContact contact) => Packets(opening, contact).Any(p => LetsIn(opening, p.Protocol, p.First, p.Second));

    /// <summary>Of all packets that the contact may stand for, those at the ends of what the opening names: if it lets any in, then one of these.</summary>
    private static IEnumerable<(int Protocol, int First, int Second)> Packets(RawOpening opening, RawContact contact)
    {
        var isIPv6 = contact.Remote.Contains(':', StringComparison.Ordinal);
        IEnumerable<int> protocols = (contact.Protocol, contact.Port) switch
        {
            (null, null) => Enumerable.Range(0, 256),
            (null, _) => [6, 17],
            (1, _) when isIPv6 => [58],
            ({ } one, _) => [one],
        };
        return from protocol in protocols
               from first in contact.Port is { } port ? [port] : new[] { 0, opening.From ?? 0 }
               from second in new[] { 0, opening.To ?? 0 }
               where first >= 0 && second >= 0
               select (protocol, first, second);
    }

    private static bool LetsIn(RawOpening opening, int protocol, int first, int second)
    {
        if (opening.Protocol == -1) return true;
        if (opening.Protocol != protocol) return false;
        return protocol switch
        {
            6 or 17 => opening.From is null or -1 || (opening.From <= first && first <= opening.To),
            1 or 58 => opening.From is null or -1 || (opening.From == first && (opening.To is null or -1 || opening.To == second)),
            _ => true,
        };
    }
}

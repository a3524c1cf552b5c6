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
        foreach (var way in Ways(world).Where(w => Holds(world, w.Opening, w.Contact.Remote) == true))
            _ = doors.Add($"{way.Carrier} {way.Group} {way.Opening.Permission} {way.Contact.Contact}");
        return doors;
    }

    /// <summary>How many things there are that cannot be told.</summary>
    public static int Unknown(DoorsWorld world) => Ways(world)
        .Where(w => Holds(world, w.Opening, w.Contact.Remote) is null)
        .Select(w => (w.Group, w.Opening.Permission.Content, w.Opening.List is null ? w.Contact.Remote : "")).Distinct().Count();

    /// <summary>What is open to a contact where it arrived, whomever it is open to.</summary>
    private static IEnumerable<(string Carrier, string Group, RawOpening Opening, RawContact Contact)> Ways(DoorsWorld world)
    {
        foreach (var carrier in world.Interfaces)
            foreach (var contact in world.Contacts.Where(c => !c.WentOut && Arrived(world, carrier.Id, carrier.Addresses, c)))
                foreach (var group in world.Groups.Where(g => carrier.Groups.Contains(g.Id)))
                    foreach (var opening in group.Openings.Where(o => o.IsIngress && LetsIn(o, contact))) yield return (carrier.Id, group.Id, opening, contact);
    }

    private static bool Arrived(DoorsWorld world, string carrier, string[] addresses, RawContact contact)
    {
        if (contact.Interface is not null) return contact.Interface == carrier;
        return contact.Local is null || addresses.Contains(contact.Local) || !world.Interfaces.Any(i => i.Addresses.Contains(contact.Local));
    }

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

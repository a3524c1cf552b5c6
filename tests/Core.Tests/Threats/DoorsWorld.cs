using System.Net;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>A random network around a random finding: what <see cref="Doors"/> is given, and the numbers that it was made of, which is
/// all that the oracle reads.</summary>
internal sealed class DoorsWorld(Random random)
{
    private static readonly int[] Protocols = [-1, 6, 6, 6, 17, 17, 1, 58, 0, 47, 50, 132];
    private static readonly string[] Remotes =
        ["203.0.113.9", "203.0.113.10", "198.51.100.77", "10.0.1.5", "10.0.2.6", "192.168.7.7", "100.64.3.2", "0.0.0.0", "255.255.255.255", "2001:db8::9", "2001:db8:1::a", "fd00::7", "::", "::ffff:203.0.113.9"];

    private static readonly int[] Ports = [22, 22, 22, 80, 443, 3389, 0, 65535];

    public List<RawGroup> Groups { get; } = [];

    public Dictionary<string, List<RawBlock>?> Lists { get; } = new() { ["pl-0b"] = null };

    public Dictionary<string, string[]> Members { get; } = [];

    public List<(string Id, string[] Groups, string[] Addresses)> Interfaces { get; } = [];

    public List<RawContact> Contacts { get; } = [];

    public static DoorsWorld Make(Random random)
    {
        var world = new DoorsWorld(random);
        string[] ids = ["sg-0a", "sg-0b", "sg-0c"];
        world.Lists["pl-0a"] = [.. Enumerable.Range(0, random.Next(4)).Select(_ => world.Block())];
        world.Lists["pl-0c"] = [world.Block()];
        foreach (var id in ids) world.Groups.Add(new(id, [.. Enumerable.Range(0, 30).Select(_ => world.Opening(ids)).DistinctBy(o => o.Permission)]));
        foreach (var remote in Remotes.Where(_ => random.Next(3) == 0)) world.Members[remote] = [.. ids.Append("sg-0d").Where(_ => random.Next(2) == 0)];
        for (var i = random.Next(1, 4); i > 0; i--) world.Interfaces.Add(($"eni-0{i}", [.. ids.Where(_ => random.Next(3) > 0)], [$"10.9.0.{i}", $"2001:db8:9::{i}"]));
        for (var i = random.Next(1, 5); i > 0; i--) world.Contacts.Add(world.Contact());
        return world;
    }

    public DoorsFound Find() => Doors.Of(
        DoorsFixture.Finding([.. Contacts.Select(c => c.Contact)]),
        [.. Interfaces.Select(i => DoorsFixture.Carrier(i.Id, i.Groups) with { Addresses = [.. i.Addresses.Select(IPAddress.Parse)] })],
        [.. Groups.Select(g => DoorsFixture.Group(g.Id, [.. g.Openings.Select(o => o.Permission)]))],
        new DoorFacts(
            Lists.ToImmutableDictionary(l => l.Key, l => l.Value is { } blocks ? new PrefixList(l.Key, null, null, AddressSet.From(blocks.Select(b => b.Cidr))) : null),
            Members.ToImmutableDictionary(m => IPAddress.Parse(m.Key), m => m.Value.ToImmutableArray())));

    public override string ToString() => string.Join('\n', [
        .. Contacts.Select(c => $"contact {c}"), .. Interfaces.Select(i => $"{i.Id} {string.Join(' ', i.Groups)}"),
        .. Lists.Select(l => $"{l.Key} {(l.Value is null ? "unreadable" : string.Join(' ', l.Value.Select(b => b.Cidr)))}"), .. Members.Select(m => $"{m.Key} in {string.Join(' ', m.Value)}")]);

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private RawBlock Block()
    {
        var bytes = IPAddress.Parse(Pick(Remotes)).GetAddressBytes();
        if (random.Next(4) == 0) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return new(bytes, random.Next(5) == 0 ? 0 : random.Next(bytes.Length * 4, (bytes.Length * 8) + 1));
    }

    private RawOpening Opening(string[] ids)
    {
        var isIngress = random.Next(5) > 0;
        var protocol = Pick(Protocols);
        var (from, to) = Range(protocol);
        var peer = random.Next(6);
        return new(isIngress, protocol, from, to, peer > 1 ? Block() : null, peer == 1 ? Pick(["pl-0a", "pl-0b", "pl-0c", "pl-0d"]) : null, peer == 0 ? Pick([.. ids, "sg-0d"]) : null);
    }

    private (int?, int?) Range(int protocol)
    {
        if (protocol is not (6 or 17 or 1 or 58)) return random.Next(2) == 0 ? (null, null) : (random.Next(65536), 0);
        if (random.Next(6) == 0) return random.Next(2) == 0 ? (null, null) : (-1, -1);
        if (protocol is 1 or 58) return (random.Next(256), random.Next(2) == 0 ? -1 : random.Next(256));
        var from = Pick(Ports);
        return (from, random.Next(2) == 0 ? from : random.Next(from, 65536));
    }

    private RawContact Contact()
    {
        int? protocol = random.Next(4) == 0 ? null : Pick(Protocols[1..]);
        int? port = protocol is null or 6 or 17 && random.Next(4) > 0 ? Pick(Ports) : null;
        return new(
            Pick(Remotes),
            protocol,
            port,
            random.Next(3) == 0 ? $"eni-0{random.Next(1, 5)}" : null,
            random.Next(3) == 0 ? Pick(["10.9.0.1", "10.9.0.2", "2001:db8:9::3", "10.9.0.9"]) : null,
            random.Next(6) == 0);
    }
}

internal sealed record RawBlock(byte[] Address, int Length)
{
    public Cidr Cidr => Cidr.TryParse($"{new IPAddress(Address)}/{Length}", out var cidr) ? cidr : throw new InvalidOperationException("no block");
}

internal sealed record RawGroup(string Id, List<RawOpening> Openings);

/// <param name="Protocol">-1 for every one.</param>
internal sealed record RawOpening(bool IsIngress, int Protocol, int? From, int? To, RawBlock? Block, string? List, string? Group)
{
    public Permission Permission { get; } = DoorsFixture.Open(
        IsIngress ? Direction.Ingress : Direction.Egress,
        Protocol,
        From,
        To,
        Block is { } b ? new Peer.Block(b.Cidr, $"{new IPAddress(b.Address)}/{b.Length}") : List is { } l ? new Peer.PrefixList(l) : new Peer.Group(Group!, null, null));
}

internal sealed record RawContact(string Remote, int? Protocol, int? Port, string? Interface, string? Local, bool WentOut)
{
    public Contact Contact { get; } = new(IPAddress.Parse(Remote), Protocol is { } p ? new Protocol((byte)p) : null, Port)
    {
        InterfaceId = Interface,
        Local = Local is null ? null : IPAddress.Parse(Local),
        Direction = WentOut ? ThreatDirection.Outbound : Port is null ? ThreatDirection.Unknown : ThreatDirection.Inbound,
    };
}

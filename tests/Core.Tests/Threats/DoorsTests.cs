using System.Net;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

public sealed class DoorsTests
{
    private static readonly Permission Ssh = DoorsFixture.Open("tcp", 22, 22, "0.0.0.0/0");

    [Theory]
    [InlineData("tcp", 22, 22, "0.0.0.0/0", true)]
    [InlineData("tcp", 22, 22, "203.0.113.9/24", true)]
    [InlineData("tcp", 0, 65535, "203.0.113.9/32", true)]
    [InlineData("tcp", -1, -1, "203.0.113.9/32", true)]
    [InlineData("-1", null, null, "128.0.0.0/1", true)]
    [InlineData("-1", 80, 80, "0.0.0.0/0", true)]
    [InlineData("6", 22, 22, "0.0.0.0/0", true)]
    [InlineData("tcp", 23, 65535, "0.0.0.0/0", false)]
    [InlineData("udp", 22, 22, "0.0.0.0/0", false)]
    [InlineData("tcp", 22, 22, "::/0", false)]
    [InlineData("tcp", 22, 22, "::ffff:203.0.113.9/128", false)]
    [InlineData("tcp", 22, 22, "203.0.113.10/32", false)]
    [InlineData("132", 22, 22, "0.0.0.0/0", false)]
    public void A_permission_is_a_door_exactly_when_it_lets_the_packet_in(string protocol, int? from, int? to, string peer, bool isDoor) =>
        Assert.Equal(isDoor, IsDoor(DoorsFixture.Open(protocol, from, to, peer), DoorsFixture.From("203.0.113.9", "tcp", 22)));

    [Theory]
    [InlineData("gre", 47)]
    [InlineData("sctp", 132)]
    public void A_protocol_without_ports_in_EC2_is_open_whatever_its_ports_say(string name, int number)
    {
        var permission = DoorsFixture.Open($"{number}", 7, 7, "0.0.0.0/0");
        Assert.True(IsDoor(permission, DoorsFixture.From("203.0.113.9", $"{number}", 22)), name);
    }

    [Theory]
    [InlineData("203.0.113.9", "icmp", "icmp", true)]
    [InlineData("203.0.113.9", "icmp", "icmpv6", false)]
    [InlineData("2001:db8::9", "icmp", "icmpv6", true)]
    [InlineData("2001:db8::9", "icmpv6", "icmpv6", true)]
    [InlineData("2001:db8::9", "icmp", "icmp", false)]
    public void An_ICMP_contact_comes_through_any_type_of_its_family(string remote, string protocol, string opened, bool isDoor) =>
        Assert.Equal(isDoor, IsDoor(DoorsFixture.Open(opened, 8, 0, remote), DoorsFixture.From(remote, protocol)));

    [Theory]
    [InlineData("tcp", 22, true)]
    [InlineData("udp", 22, true)]
    [InlineData("tcp", 80, false)]
    public void A_port_without_a_protocol_is_one_of_tcp_or_udp(string protocol, int port, bool isDoor)
    {
        Assert.Equal(isDoor, IsDoor(DoorsFixture.Open(protocol, port, port, "0.0.0.0/0"), DoorsFixture.From("203.0.113.9", port: 22)));
        Assert.False(IsDoor(DoorsFixture.Open("icmp", -1, -1, "0.0.0.0/0"), DoorsFixture.From("203.0.113.9", port: 22)));
        Assert.True(IsDoor(DoorsFixture.Open("-1", null, null, "0.0.0.0/0"), DoorsFixture.From("203.0.113.9", port: 22)));
    }

    [Fact]
    public void A_contact_without_protocol_and_port_comes_through_whatever_is_open_to_it()
    {
        var contact = DoorsFixture.From("203.0.113.9");
        Assert.True(IsDoor(DoorsFixture.Open("icmp", 8, 0, "203.0.113.0/24"), contact));
        Assert.True(IsDoor(DoorsFixture.Open("udp", 53, 53, "0.0.0.0/0"), contact));
        Assert.False(IsDoor(DoorsFixture.Open("-1", null, null, "198.51.100.0/24"), contact));
    }

    [Fact]
    public void A_tcp_contact_without_a_port_comes_through_any_tcp_port()
    {
        Assert.True(IsDoor(DoorsFixture.Open("tcp", 8080, 8080, "0.0.0.0/0"), DoorsFixture.From("203.0.113.9", "tcp")));
        Assert.False(IsDoor(DoorsFixture.Open("udp", 8080, 8080, "0.0.0.0/0"), DoorsFixture.From("203.0.113.9", "tcp")));
    }

    [Fact]
    public void Egress_is_no_door() =>
        Assert.False(IsDoor(DoorsFixture.Open("-1", null, null, "0.0.0.0/0", Direction.Egress), DoorsFixture.From("203.0.113.9", "tcp", 22)));

    [Fact]
    public void An_outbound_threat_came_through_no_door()
    {
        var threat = DoorsFixture.Finding([DoorsFixture.From("203.0.113.9", "tcp", 22)]) with { Direction = ThreatDirection.Outbound };
        Assert.Empty(Doors.Of(threat, [DoorsFixture.Carrier("eni-0a", "sg-0a")], [DoorsFixture.Group("sg-0a", Ssh)], DoorFacts.None).Doors);
        var unsaid = threat with { Direction = ThreatDirection.Unknown };
        _ = Assert.Single(Doors.Of(unsaid, [DoorsFixture.Carrier("eni-0a", "sg-0a")], [DoorsFixture.Group("sg-0a", Ssh)], DoorFacts.None).Doors);
    }

    [Fact]
    public void Of_several_contacts_those_that_went_out_came_through_no_door()
    {
        var (went, came) = (DoorsFixture.From("203.0.113.9", "tcp", 22) with { Direction = ThreatDirection.Outbound }, DoorsFixture.From("203.0.113.10", "tcp", 22) with { Direction = ThreatDirection.Inbound });
        var found = Doors.Of(DoorsFixture.Finding([went, came]), [DoorsFixture.Carrier("eni-0a", "sg-0a")], [DoorsFixture.Group("sg-0a", Ssh)], DoorFacts.None);
        Assert.Equal(came, Assert.Single(found.Doors).Contact);
    }

    [Fact]
    public void A_contact_came_in_where_it_says_and_nowhere_else()
    {
        ImmutableArray<InterfaceFacts> carriers = [DoorsFixture.Carrier("eni-0a", "sg-0a"), DoorsFixture.Carrier("eni-0b", "sg-0a") with { Addresses = [IPAddress.Parse("10.0.0.2")] }];
        var contact = DoorsFixture.From("203.0.113.9", "tcp", 22);
        Assert.Equal(["eni-0a", "eni-0b"], Reached(contact));
        Assert.Equal(["eni-0a"], Reached(contact with { InterfaceId = "eni-0a" }));
        Assert.Equal(["eni-0b"], Reached(contact with { Local = IPAddress.Parse("10.0.0.2") }));
        Assert.Equal(["eni-0a", "eni-0b"], Reached(contact with { Local = IPAddress.Parse("10.0.0.3") }));
        Assert.Empty(Reached(contact with { InterfaceId = "eni-0gone" }));

        IEnumerable<string> Reached(Contact reached) => Doors.Of(DoorsFixture.Finding([reached]), carriers, [DoorsFixture.Group("sg-0a", Ssh)], DoorFacts.None).Doors.Select(d => d.Interface.Id);
    }

    [Fact]
    public void A_prefix_list_is_a_door_for_its_entries_and_unknown_when_it_cannot_be_read()
    {
        var contact = DoorsFixture.From("203.0.113.9", "tcp", 22);
        var permission = DoorsFixture.Open("tcp", 22, 22, "pl-0a");
        Assert.Empty(Find(permission, contact, Listed("pl-0a", "198.51.100.0/24")).Doors);
        Assert.Empty(Find(permission, contact, Listed("pl-0a", "198.51.100.0/24")).Unknown);
        _ = Assert.Single(Find(permission, contact, Listed("pl-0a", "203.0.113.0/24")).Doors);
        foreach (var facts in new[] { DoorFacts.None, DoorFacts.None with { PrefixLists = DoorFacts.None.PrefixLists.Add("pl-0a", null) } })
        {
            var found = Find(permission, contact, facts);
            Assert.Empty(found.Doors);
            Assert.Equal(["whether ingress tcp/22 pl-0a of sg-0a lets it in is not known: prefix list pl-0a could not be read"], found.Unknown);
        }
    }

    [Fact]
    public void An_unreadable_prefix_list_of_another_port_is_nobodys_business() =>
        Assert.Empty(Find(DoorsFixture.Open("tcp", 80, 80, "pl-0a"), DoorsFixture.From("203.0.113.9", "tcp", 22), DoorFacts.None).Unknown);

    [Theory]
    [InlineData("sg-0lb", true)]
    [InlineData("sg-0a", false)]
    public void A_reference_lets_in_who_carries_that_group(string referred, bool isDoor)
    {
        var facts = Members("10.0.1.5", "sg-0lb", "sg-0x");
        Assert.Equal(isDoor, !Find(DoorsFixture.Open("tcp", 22, 22, referred), DoorsFixture.From("10.0.1.5", "tcp", 22), facts).Doors.IsEmpty);
    }

    [Fact]
    public void A_group_that_refers_to_itself_lets_its_members_in() =>
        _ = Assert.Single(Find(DoorsFixture.Open("-1", null, null, "sg-0a"), DoorsFixture.From("10.0.1.5", "tcp", 22), Members("10.0.1.5", "sg-0a")).Doors);

    [Fact]
    public void A_reference_across_accounts_and_peerings_is_by_the_group_alone()
    {
        var permission = Permission.Create(Direction.Ingress, "tcp", 22, 22, new Peer.Group("sg-0z", "444455556666", "pcx-0a"), out _)!;
        _ = Assert.Single(Find(permission, DoorsFixture.From("10.0.1.5", "tcp", 22), Members("10.0.1.5", "sg-0z")).Doors);
    }

    [Fact]
    public void A_reference_is_unknown_for_a_private_address_that_nobody_is_known_to_have_and_closed_to_the_internet()
    {
        var permission = DoorsFixture.Open("tcp", 22, 22, "sg-0b");
        var inside = Find(permission, DoorsFixture.From("10.0.1.5", "tcp", 22), DoorFacts.None);
        Assert.Empty(inside.Doors);
        Assert.Equal(["whether ingress tcp/22 sg-0b of sg-0a lets it in is not known: nobody is known to have 10.0.1.5"], inside.Unknown);
        Assert.Empty(Find(permission, DoorsFixture.From("10.0.1.5", "tcp", 22), Members("10.0.1.5")).Unknown);
        var outside = Find(permission, DoorsFixture.From("203.0.113.9", "tcp", 22), DoorFacts.None);
        Assert.Empty(outside.Doors);
        Assert.Empty(outside.Unknown);
    }

    [Fact]
    public void Each_interface_is_looked_at_through_the_groups_that_it_carries()
    {
        var threat = DoorsFixture.Finding([DoorsFixture.From("203.0.113.9", "tcp", 22)]);
        var found = Doors.Of(
            threat,
            [DoorsFixture.Carrier("eni-0a", "sg-0a", "sg-0b"), DoorsFixture.Carrier("eni-0b", "sg-0b", "sg-0c"), DoorsFixture.Carrier("eni-0c")],
            [DoorsFixture.Group("sg-0a", Ssh), DoorsFixture.Group("sg-0b", DoorsFixture.Open("tcp", 443, 443, "0.0.0.0/0")), DoorsFixture.Group("sg-0c", Ssh), DoorsFixture.Group("sg-0d", Ssh)],
            DoorFacts.None);
        Assert.Equal([("eni-0a", "sg-0a"), ("eni-0b", "sg-0c")], found.Doors.Select(d => (d.Interface.Id, d.Group.GroupId)));
    }

    [Fact]
    public void A_group_that_was_not_read_is_told()
    {
        var found = Doors.Of(DoorsFixture.Finding([DoorsFixture.From("203.0.113.9")]), [DoorsFixture.Carrier("eni-0a", "sg-0a", "sg-0b")], [DoorsFixture.Group("sg-0a", Ssh)], DoorFacts.None);
        _ = Assert.Single(found.Doors);
        Assert.Equal(["group sg-0b of eni-0a could not be read, so whether it lets anything in is not known"], found.Unknown);
    }

    [Fact]
    public void A_port_probe_has_a_door_for_each_of_its_addresses()
    {
        ImmutableArray<Contact> contacts = [.. Enumerable.Range(1, 200).Select(i => DoorsFixture.From($"203.0.113.{i}", port: 22))];
        var found = Doors.Of(DoorsFixture.Finding(contacts), [DoorsFixture.Carrier("eni-0a", "sg-0a")], [DoorsFixture.Group("sg-0a", Ssh, DoorsFixture.Open("tcp", 22, 22, "203.0.113.128/25"))], DoorFacts.None);
        Assert.Equal(200, found.Doors.Count(d => d.Permission.Equals(Ssh)));
        Assert.Equal(273, found.Doors.Length);
    }

    private static bool IsDoor(Permission permission, Contact contact) => !Find(permission, contact, DoorFacts.None).Doors.IsEmpty;

    private static DoorsFound Find(Permission permission, Contact contact, DoorFacts facts) =>
        Doors.Of(DoorsFixture.Finding([contact]), [DoorsFixture.Carrier("eni-0a", "sg-0a")], [DoorsFixture.Group("sg-0a", permission)], facts);

    private static DoorFacts Listed(string id, string block) => DoorFacts.None with
    {
        PrefixLists = DoorFacts.None.PrefixLists.Add(id, new(id, null, null, AddressSet.From(Cidr.TryParse(block, out var cidr) ? cidr : default))),
    };

    private static DoorFacts Members(string address, params string[] groups) => DoorFacts.None with { GroupsOf = DoorFacts.None.GroupsOf.Add(IPAddress.Parse(address), [.. groups]) };
}

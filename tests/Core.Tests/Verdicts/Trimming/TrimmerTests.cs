using Remediator.Groups;
using Remediator.Network;
using Remediator.Verdicts.Trimming;

namespace Remediator.Core.Tests.Verdicts.Trimming;

/// <summary>What trim keeps, drops and cannot keep, case by case.</summary>
public sealed class TrimmerTests
{
    private const string Office = "203.0.113.0/24";

    private static readonly ServiceSet Admin = Given.Ssh.Union(Given.Tcp(3389));

    [Fact]
    public void Trim_of_all_ports_keeps_the_others_from_everywhere_and_the_denied_one_from_the_office()
    {
        var cut = Cut("tcp", 0, 65535, "0.0.0.0/0", Rule(Given.Ssh, Given.Internet, Office));
        Assert.Equal(["tcp/0-21 0.0.0.0/0", "tcp/23-65535 0.0.0.0/0", "tcp/22 203.0.113.0/24"], Shown(cut));
        Assert.Equal(TrafficSet.Of(Given.Ssh, Given.Private.Intersect(Given.Blocks("0.0.0.0/0"))), cut.Dropped);
    }

    [Fact]
    public void Trim_under_the_policy_of_the_design_names_each_denied_port_with_each_network()
    {
        var cut = Cut("tcp", 0, 65535, "0.0.0.0/0", Rule(Admin, Given.Internet, Office, "202.131.107.130/32"));
        string[] expected =
        [
            "tcp/0-21 0.0.0.0/0", "tcp/23-3388 0.0.0.0/0", "tcp/3390-65535 0.0.0.0/0",
            "tcp/22 202.131.107.130/32", "tcp/3389 202.131.107.130/32", "tcp/22 203.0.113.0/24", "tcp/3389 203.0.113.0/24",
        ];
        Assert.Equal(expected, Shown(cut));
    }

    [Fact]
    public void Trim_of_the_denied_port_alone_keeps_the_office() =>
        Assert.Equal(["tcp/22 203.0.113.0/24"], Shown(Cut("tcp", 22, 22, "0.0.0.0/0", Rule(Given.Ssh, Given.Internet, Office))));

    [Fact]
    public void Trim_without_an_exception_of_the_denied_port_alone_keeps_nothing_and_drops_the_private_addresses()
    {
        var cut = Cut("tcp", 22, 22, "0.0.0.0/0", Rule(Given.Ssh, Given.Internet));
        Assert.Empty(cut.Pieces);
        Assert.Equal(Given.Private.Intersect(Given.Blocks("0.0.0.0/0")), cut.Dropped.Addresses);
    }

    [Theory]
    [InlineData("203.0.112.0/23", "tcp/80 203.0.112.0/23; tcp/22 203.0.113.0/24")]
    [InlineData("203.0.112.0/22", "tcp/80 203.0.112.0/22; tcp/22 203.0.113.0/24")]
    [InlineData("198.51.100.0/24", "tcp/80 198.51.100.0/24")]
    public void Trim_keeps_of_an_exception_only_what_lies_in_the_permission(string block, string expected)
    {
        var closed = Rule(Given.Tcp(0, 79).Union(Given.Tcp(81, 65535)), Given.Internet);
        var ssh = Rule(Given.Ssh, Given.Internet, Office);
        var narrow = new Opposed(closed.Denied.Minus(ssh.Denied), TrafficSet.Empty);
        Assert.Equal(expected, string.Join("; ", Shown(Cut("tcp", 0, 65535, block, narrow, ssh))));
    }

    [Fact]
    public void Trim_keeps_of_an_exception_that_straddles_the_permission_the_part_within() =>
        Assert.Equal(
            ["tcp/23 203.0.113.64/26", "tcp/22 203.0.113.64/27"],
            Shown(Cut("tcp", 22, 23, "203.0.113.64/26", Rule(Given.Ssh, Given.Internet, "203.0.113.0/26", "203.0.113.64/27", "192.0.2.0/24"))));

    [Fact]
    public void Trim_of_half_of_the_internet_keeps_the_networks_of_that_half()
    {
        var rule = Rule(Given.Ssh, Given.Internet, Office, "8.8.8.0/24");
        Assert.Equal(["tcp/0-21 0.0.0.0/1", "tcp/23-65535 0.0.0.0/1", "tcp/22 8.8.8.0/24"], Shown(Cut("tcp", 0, 65535, "0.0.0.0/1", rule)));
        Assert.Equal(["tcp/0-21 128.0.0.0/1", "tcp/23-65535 128.0.0.0/1", "tcp/22 203.0.113.0/24"], Shown(Cut("tcp", 0, 65535, "128.0.0.0/1", rule)));
    }

    [Fact]
    public void Trim_under_two_rules_keeps_for_a_port_of_both_what_both_allow()
    {
        var first = Rule(Given.Tcp(20, 25), Given.Internet, Office);
        var second = Rule(Given.Tcp(22, 30), Given.Internet, "203.0.113.0/25", "198.51.100.0/24");
        string[] expected =
        [
            "tcp/0-19 0.0.0.0/0", "tcp/31-65535 0.0.0.0/0", "tcp/26-30 198.51.100.0/24", "tcp/20-21 203.0.113.0/24", "tcp/22-30 203.0.113.0/25",
        ];
        Assert.Equal(expected, Shown(Cut("tcp", 0, 65535, "0.0.0.0/0", first, second)));
    }

    [Fact]
    public void Trim_keeps_a_denied_port_that_the_exception_allows_to_all_with_the_permissions_own_peer()
    {
        var rule = new Opposed(TrafficSet.Of(Admin, Given.Internet), TrafficSet.Of(Given.Tcp(3389), AddressSet.All));
        Assert.Equal(["tcp/0-21 0.0.0.0/0", "tcp/23-65535 0.0.0.0/0"], Shown(Cut("tcp", 0, 65535, "0.0.0.0/0", rule)));
    }

    [Fact]
    public void Trim_of_every_protocol_keeps_tcp_udp_and_the_familys_own_icmp()
    {
        var rule = Rule(Given.Ssh, Given.Internet);
        Assert.Equal(["icmp 0.0.0.0/0", "tcp/0-21 0.0.0.0/0", "tcp/23-65535 0.0.0.0/0", "udp 0.0.0.0/0"], Shown(Cut("-1", null, null, "0.0.0.0/0", rule)));
        Assert.Equal(["tcp/0-21 ::/0", "tcp/23-65535 ::/0", "udp ::/0", "icmpv6 ::/0"], Shown(Cut("-1", null, null, "::/0", rule)));
    }

    [Fact]
    public void Trim_of_every_protocol_keeps_what_the_policy_names_and_says_what_goes()
    {
        var policy = Given.Policy() with { NamedProtocols = [new Protocol(50), Protocol.IcmpV6, Protocol.Tcp] };
        var cut = Cut(Given.Opening("-1", null, null, "198.51.100.0/24"), true, policy, Rule(Given.Ssh, Given.Internet));
        Assert.Equal(["icmp 198.51.100.0/24", "tcp/0-21 198.51.100.0/24", "tcp/23-65535 198.51.100.0/24", "udp 198.51.100.0/24", "protocol 50 198.51.100.0/24"], Shown(cut));
        Assert.Equal("protocol 0, protocols 2-5, protocols 7-16, protocols 18-49, protocols 51-255", cut.Dropped.Services.ToString());
    }

    [Fact]
    public void Trim_of_every_protocol_with_a_group_keeps_the_icmp_of_both_families() =>
        Assert.Equal(
            ["icmp " + Given.Group, "tcp/0-21 " + Given.Group, "tcp/23-65535 " + Given.Group, "udp " + Given.Group, "icmpv6 " + Given.Group],
            Shown(Cut(Given.Opening("-1", null, null, Given.Group), false, Given.Policy(), Rule(Given.Ssh, AddressSet.All))));

    [Fact]
    public void Trim_of_icmp_keeps_the_types_that_are_not_denied_one_by_one()
    {
        var pieces = Cut("icmp", -1, -1, "0.0.0.0/0", Rule(ServiceSet.Icmp(Protocol.Icmp, 8, null), Given.Internet, Office)).Pieces;
        Assert.Equal(256, pieces.Length);
        Assert.Equal("icmp/8 203.0.113.0/24", Shown(pieces[^1]));
        Assert.All(pieces[..^1], p => Assert.Equal(("0.0.0.0/0", -1), (p.Peer.Text, p.ToPort!.Value)));
    }

    [Fact]
    public void Trim_of_an_icmp_type_keeps_the_codes_that_are_not_denied() =>
        Assert.Equal(
            Enumerable.Range(0, 256).Where(c => c != 4),
            Cut("icmp", 3, -1, "0.0.0.0/0", Rule(ServiceSet.Icmp(Protocol.Icmp, 3, 4), Given.Internet)).Pieces.Select(p => p.ToPort!.Value));

    [Fact]
    public void Trim_of_a_whole_protocol_that_is_denied_keeps_the_office() =>
        Assert.Equal(["protocol 50 203.0.113.0/24"], Shown(Cut("50", null, null, "0.0.0.0/0", Rule(ServiceSet.Whole(new(50)), Given.Internet, Office))));

    [Fact]
    public void Trim_keeps_what_is_waived_beside_what_is_allowed()
    {
        var cut = Cut(Given.Opening("tcp", 22, 22, "0.0.0.0/0"), Given.Blocks("0.0.0.0/0"), true, TrafficSet.Of(Given.Ssh, Given.Blocks("198.51.100.7/32")), Rule(Given.Ssh, Given.Internet, Office));
        Assert.Equal(["tcp/22 198.51.100.7/32", "tcp/22 203.0.113.0/24"], Shown(cut));
        Assert.Equal(Given.Private.IPv4, cut.Dropped.Addresses.IPv4);
    }

    [Fact]
    public void Trim_counts_as_dropped_what_is_waived_and_cannot_be_kept()
    {
        var waived = TrafficSet.Of(Given.Ssh, Given.Blocks("10.0.0.0/8"));
        var cut = Cut(Given.Opening("tcp", 22, 23, Given.Group), Given.Private, false, waived, Rule(Given.Ssh, AddressSet.All));
        Assert.Equal(["tcp/23 " + Given.Group], Shown(cut));
        Assert.Equal(waived, cut.Dropped);
    }

    [Fact]
    public void Trim_of_a_group_or_an_unread_list_keeps_the_services_that_are_not_denied_only()
    {
        foreach (var peer in new[] { Given.Group, Given.PrefixList })
        {
            var cut = Cut(Given.Opening("tcp", 20, 25, peer), false, Given.Policy(), Rule(Given.Ssh, AddressSet.All, Office));
            Assert.Equal(["tcp/20-21 " + peer, "tcp/23-25 " + peer], Shown(cut));
        }
    }

    [Fact]
    public void Trim_of_a_group_keeps_the_denied_service_that_the_exception_allows_to_this_group()
    {
        var rule = new Opposed(TrafficSet.Of(Admin, Given.Private), TrafficSet.Of(Given.Ssh, Given.Private));
        var cut = Cut(Given.Opening("tcp", 0, 65535, Given.Group), Given.Private, false, TrafficSet.Empty, rule);
        Assert.Equal(["tcp/0-3388 " + Given.Group, "tcp/3390-65535 " + Given.Group], Shown(cut));
    }

    [Fact]
    public void Trim_of_a_list_that_was_read_keeps_it_as_peer_and_the_denied_port_from_the_office_within_it()
    {
        var entries = Given.Blocks("203.0.113.128/25", "1.0.0.0/8", "2001:db8::/32");
        var cut = Cut(Given.Opening("tcp", 20, 25, Given.PrefixList), entries, true, TrafficSet.Empty, Rule(Given.Ssh, Given.Internet, Office, "2001:db8:1::/48"));
        Assert.Equal(["tcp/20-21 " + Given.PrefixList, "tcp/23-25 " + Given.PrefixList, "tcp/22 203.0.113.128/25", "tcp/22 2001:db8:1::/48"], Shown(cut));
        Assert.True(cut.Dropped.IsEmpty);
    }

    [Fact]
    public void Trim_leaves_out_a_piece_that_may_not_stand_and_counts_it_as_dropped()
    {
        var rule = Rule(Given.Ssh, Given.Internet, Office);
        var cut = Trimmer.Cut(
            Direction.Ingress, Given.Opening("tcp", 0, 65535, "203.0.112.0/23"), Given.Blocks("203.0.112.0/23"), true, [rule], TrafficSet.Empty, Given.Policy(), p => p.FromPort != 0);
        Assert.Equal(["tcp/23-65535 203.0.112.0/23", "tcp/22 203.0.113.0/24"], Shown(cut));
        Assert.Equal(TrafficSet.Of(Given.Tcp(0, 21), Given.Blocks("203.0.112.0/23")), cut.Dropped);
    }

    [Fact]
    public void Trim_whose_only_piece_would_be_the_permission_itself_keeps_none()
    {
        var everyone = Given.Blocks("198.51.100.0/24");
        var cut = Cut(Given.Opening("6", 22, 22, "198.51.100.0/24"), everyone, true, TrafficSet.Of(Given.Ssh, everyone), Rule(Given.Ssh, Given.Internet));
        Assert.Empty(cut.Pieces);
    }

    [Fact]
    public void Trim_of_a_list_without_entries_keeps_none() =>
        Assert.Empty(Cut(Given.Opening("tcp", 22, 22, Given.PrefixList), AddressSet.Empty, true, TrafficSet.Empty, Rule(Given.Ssh, Given.Internet)).Pieces);

    [Fact]
    public void Trim_into_more_pieces_than_a_group_holds_keeps_none()
    {
        string[] unless = [.. Enumerable.Range(0, 1_001).Select(n => $"8.{2 * n / 256}.{2 * n % 256}.0/24")];
        Assert.Equal(2 + 2 * 800, Cut("tcp", 0, 65535, "0.0.0.0/0", Rule(Given.Tcp(22).Union(Given.Tcp(24)), Given.Internet, unless[..800])).Pieces.Length - 1);
        Assert.Empty(Cut("tcp", 0, 65535, "0.0.0.0/0", Rule(Given.Tcp(22).Union(Given.Tcp(24)), Given.Internet, unless)).Pieces);
    }

    [Fact]
    public void Trim_copies_description_and_tags_to_every_piece_and_turns_them_the_given_way()
    {
        var tags = ImmutableArray.Create(KeyValuePair.Create("Owner", "web"));
        var wide = Given.Opening("tcp", 0, 65535, "0.0.0.0/0") with { Description = "web and more", Tags = tags, RuleId = "sgr-1" };
        var cut = Trimmer.Cut(
            Direction.Egress, wide, Given.Blocks("0.0.0.0/0"), true, [Rule(Given.Ssh, Given.Internet, Office)], TrafficSet.Empty, Given.Policy(), _ => true);
        Assert.Equal(3, cut.Pieces.Length);
        Assert.All(cut.Pieces, p => Assert.Equal(("web and more", tags, null, Direction.Egress), (p.Description!, p.Tags, p.RuleId, p.Direction)));
    }

    private static Opposed Rule(ServiceSet services, AddressSet from, params string[] unless) =>
        new(TrafficSet.Of(services, from), TrafficSet.Of(ServiceSet.All, Given.Blocks(unless)));

    private static Cut Cut(string protocol, int? from, int? to, string block, params Opposed[] rules) =>
        Cut(Given.Opening(protocol, from, to, block), true, Given.Policy(), rules);

    /// <summary>A block reaches itself, anything else every address.</summary>
    private static Cut Cut(Permission permission, bool exact, Remediator.Policies.Policy policy, params Opposed[] rules) => Trimmer.Cut(
        permission.Direction, permission, permission.Peer is Peer.Block block ? AddressSet.From(block.Cidr) : AddressSet.All, exact, [.. rules], TrafficSet.Empty, policy, _ => true);

    private static Cut Cut(Permission permission, AddressSet reach, bool exact, TrafficSet waived, params Opposed[] rules) =>
        Trimmer.Cut(permission.Direction, permission, reach, exact, [.. rules], waived, Given.Policy(), _ => true);

    private static IEnumerable<string> Shown(Cut cut) => cut.Pieces.Select(Shown);

    private static string Shown(Permission piece) => $"{piece.Services} {piece.Peer.Text}";
}

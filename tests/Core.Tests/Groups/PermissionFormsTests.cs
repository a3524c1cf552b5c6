using Remediator.Core.Tests.Network;
using Remediator.Core.Tests.Verdicts;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Core.Tests.Groups;

/// <summary>Traffic, written as permissions that EC2 can hold: exactly it, and with no permission too many.</summary>
public sealed class PermissionFormsTests
{
    private static readonly Peer Somebody = new Peer.Group(Given.Group, null, null);

    public static TheoryData<string, string[]> Services => new()
    {
        { "all", ["-1"] },
        { "tcp 0-65535", ["tcp 0-65535"] },
        { "tcp 0-21, tcp 23-65535", ["tcp 0-21", "tcp 23-65535"] },
        { "tcp 65535-65535, udp 0-0", ["tcp 65535-65535", "udp 0-0"] },
        { "tcp 80-80, tcp 81-82", ["tcp 80-82"] },
        { "icmp", ["icmp -1--1"] },
        { "icmp 8", ["icmp 8--1"] },
        { "icmp 8, icmp 9", ["icmp 8--1", "icmp 9--1"] },
        { "icmp 3/4", ["icmp 3-4"] },
        { "icmp 3/255, icmp 4", ["icmp 3-255", "icmp 4--1"] },
        { "icmpv6 128", ["icmpv6 128--1"] },
        { "protocol 50", ["50"] },
        { "protocol 50, protocol 51", ["50", "51"] },
        { "protocol 0, protocol 255", ["0", "255"] },
        { "protocol 5, tcp 0-65535, protocol 7", ["5", "tcp 0-65535", "7"] },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public void Write_services_of_one_peer_gives_one_permission_for_each_form(string services, string[] expected)
    {
        ArgumentNullException.ThrowIfNull(services);
        var written = PermissionForms.Write(Direction.Egress, Sum(services), Somebody)!.Value;
        Assert.Equal(expected, written.Select(Form));
        Assert.All(written, p => Assert.Equal((Direction.Egress, Somebody), (p.Direction, p.Peer)));
    }

    [Fact]
    public void Write_all_but_one_protocol_gives_every_other_by_number()
    {
        var written = PermissionForms.Write(Direction.Ingress, ServiceSet.All.Minus(ServiceSet.Whole(Protocol.Tcp)), Somebody)!.Value;
        Assert.Equal(255, written.Length);
        Assert.Equal(255, written.Select(p => p.Protocol).Distinct().Count());
    }

    [Fact]
    public void Write_all_but_one_ICMP_type_gives_every_other_type()
    {
        var services = ServiceSet.Whole(Protocol.Icmp).Minus(ServiceSet.Icmp(Protocol.Icmp, 8, null));
        var written = PermissionForms.Write(Direction.Ingress, services, Somebody)!.Value;
        Assert.Equal(Enumerable.Range(0, 256).Where(t => t != 8), written.Select(p => p.FromPort!.Value));
        Assert.All(written, p => Assert.Equal(-1, p.ToPort));
    }

    [Fact]
    public void Write_nothing_gives_nothing()
    {
        Assert.Empty(PermissionForms.Write(Direction.Ingress, ServiceSet.Empty, Somebody)!.Value);
        Assert.Empty(PermissionForms.Write(Direction.Ingress, TrafficSet.Empty)!.Value);
    }

    [Fact]
    public void Write_addresses_gives_the_widest_blocks_IPv4_first()
    {
        var traffic = TrafficSet.Of(Given.Ssh, Given.Blocks("2001:db8::/33", "203.0.113.128/25", "2001:db8:8000::/33", "203.0.113.0/25", "0.0.0.1/32"));
        Assert.Equal(["0.0.0.1/32", "203.0.113.0/24", "2001:db8::/32"], PermissionForms.Write(Direction.Ingress, traffic)!.Value.Select(p => p.Peer.Text));
    }

    [Fact]
    public void Write_a_block_within_another_names_only_what_it_adds()
    {
        var traffic = Of(Given.Tcp(80, 90), "203.0.113.0/24").Union(Of(Given.Tcp(70, 100), "203.0.113.7/32"));
        // 70-100 would be one fewer than 70-79 with 91-100: the fewest come first, narrow ranges second.
        Assert.Equal(["tcp 80-90 203.0.113.0/24", "tcp 70-100 203.0.113.7/32"], Written(traffic));
        Assert.Equal(
            ["tcp 80-90 203.0.113.0/24", "tcp 91-100 203.0.113.7/32"],
            Written(Of(Given.Tcp(80, 90), "203.0.113.0/24").Union(Of(Given.Tcp(80, 100), "203.0.113.7/32"))));
    }

    [Fact]
    public void Write_a_port_that_two_halves_share_beside_ports_of_their_own_needs_no_permission_for_both()
    {
        var traffic = Of(Given.Tcp(4, 5), "10.0.0.0/9").Union(Of(Given.Tcp(5, 6), "10.128.0.0/9"));
        Assert.Equal(["tcp 4-5 10.0.0.0/9", "tcp 5-6 10.128.0.0/9"], Written(traffic));
    }

    [Fact]
    public void Write_everything_from_one_block_and_tcp_from_all_gives_two()
    {
        var traffic = Of(ServiceSet.All, "203.0.113.0/24").Union(Of(ServiceSet.Whole(Protocol.Tcp), "0.0.0.0/0"));
        Assert.Equal(["tcp 0-65535 0.0.0.0/0", "-1 203.0.113.0/24"], Written(traffic));
    }

    [Fact]
    public void Write_gives_up_where_no_group_could_hold_so_many()
    {
        TrafficSet Odd(int addresses, int ports) => TrafficSet.Of(
            Enumerable.Range(0, ports).Aggregate(ServiceSet.Empty, (sum, n) => sum.Union(Given.Tcp((ushort)(2 * n)))),
            AddressSet.From(Enumerable.Range(0, addresses).Select(n => Cidr.Around(AddressFamily.IPv4, (UInt128)(2 * n), 32))));
        Assert.Equal(2_000, PermissionForms.Write(Direction.Ingress, Odd(200, 10))!.Value.Length);
        Assert.Null(PermissionForms.Write(Direction.Ingress, Odd(2_001, 1)));
        Assert.Null(PermissionForms.Write(Direction.Ingress, Odd(1_000, 1_000)));
        Assert.Null(PermissionForms.Write(Direction.Ingress, Odd(1, 2_001).Services, Somebody));
    }

    [Fact]
    public void Carried_leaves_out_the_ICMP_of_the_other_family_and_nothing_else()
    {
        Assert.Equal("protocols 0-57, protocols 59-255", PermissionForms.Carried(ServiceSet.All, AddressFamily.IPv4).ToString());
        Assert.Equal("protocol 0, protocols 2-255", PermissionForms.Carried(ServiceSet.All, AddressFamily.IPv6).ToString());
        Assert.Equal(Given.Ssh, PermissionForms.Carried(Given.Ssh, AddressFamily.IPv6));
    }

    [Fact]
    public void Write_covers_exactly_the_traffic_with_forms_that_no_other_makes_idle()
    {
        const int Usual = 20261120;
        var (seed, random) = (Effort.Seed(Usual), new Random(Effort.Seed(Usual)));
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        for (var i = 0; i < Effort.Times(1_000); i++)
        {
            var traffic = RandomTraffic(random);
            var written = PermissionForms.Write(Direction.Ingress, traffic)!.Value;
            var parts = written.Select(p => TrafficSet.Of(p.Services, AddressSet.From(((Peer.Block)p.Peer).Cidr))).ToList();
            var sum = parts.Aggregate(TrafficSet.Empty, (all, part) => all.Union(part));
            if (!sum.Equals(traffic)) Assert.Fail($"seed {seed}, case {i}: {string.Join("; ", written)}");
            for (var n = 0; n < parts.Count; n++)
            {
                var others = parts.Where((_, j) => j != n).Aggregate(TrafficSet.Empty, (all, part) => all.Union(part));
                if (others.Covers(parts[n])) Assert.Fail($"seed {seed}, case {i}: {written[n]} is idle in {string.Join("; ", written)}");
            }
        }
    }

    /// <summary>Every set of three ports and four addresses there is, 4,096, against the fewest that trying finds.</summary>
    [Fact]
    public void Write_gives_the_fewest_for_every_small_set()
    {
        var candidates = (from low in Enumerable.Range(0, 3)
                          from high in Enumerable.Range(low, 3 - low)
                          from size in new[] { 1, 2, 4 }
                          from at in Enumerable.Range(0, 4 / size)
                          select (Mask(low, high, at * size, size), 1)).ToList();
        for (var set = 0; set < 4096; set++)
        {
            var traffic = TrafficSet.Empty;
            for (var bit = 0; bit < 12; bit++)
                if ((set >> bit & 1) != 0) traffic = traffic.Union(TrafficSet.Of(Given.Tcp((ushort)(bit / 4)), AddressSet.From(Cidr.Around(AddressFamily.IPv4, (UInt128)(bit % 4), 32))));
            var expected = SmallestCover.Cost((UInt128)set, candidates);
            Assert.True(expected == PermissionForms.Write(Direction.Ingress, traffic)!.Value.Length, $"set {set}: the fewest are {expected}, not {string.Join("; ", Written(traffic))}");
        }
    }

    private static UInt128 Mask(int low, int high, int first, int size)
    {
        var mask = UInt128.Zero;
        for (var port = low; port <= high; port++)
            for (var address = first; address < first + size; address++) mask |= UInt128.One << (4 * port + address);
        return mask;
    }

    private static TrafficSet RandomTraffic(Random random)
    {
        ServiceSet[] services =
        [
            ServiceSet.All, ServiceSet.Whole(Protocol.Tcp), ServiceSet.Whole(Protocol.Icmp), ServiceSet.Whole(new(50)), ServiceSet.Whole(new(5)),
            ServiceSet.Icmp(Protocol.Icmp, 8, null), ServiceSet.Icmp(Protocol.Icmp, 8, 0), ServiceSet.Icmp(Protocol.IcmpV6, 255, 255),
            Given.Tcp(0, 21), Given.Tcp(22), Given.Tcp(20, 30), Given.Tcp(23, 65535), ServiceSet.Ports(Protocol.Udp, 0, 0),
        ];
        string[] blocks = ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8", "10.0.0.0/31", "10.0.0.1/32", "::/0", "2001:db8::/32", "2001:db8::1/128"];
        return Enumerable.Range(0, random.Next(1, 6)).Aggregate(TrafficSet.Empty, (sum, _) =>
            (random.Next(4) == 0 ? sum.Minus : (Func<TrafficSet, TrafficSet>)sum.Union)(Of(services[random.Next(services.Length)], blocks[random.Next(blocks.Length)])));
    }

    private static TrafficSet Of(ServiceSet services, string block) => TrafficSet.Of(services, Given.Blocks(block));

    private static IEnumerable<string> Written(TrafficSet traffic) => PermissionForms.Write(Direction.Ingress, traffic)!.Value.Select(p => $"{Form(p)} {p.Peer.Text}");

    private static string Form(Permission p) => p.FromPort is null ? p.Protocol : $"{p.Protocol} {p.FromPort}-{p.ToPort}";

    private static ServiceSet Sum(string services) => services.Split(", ").Aggregate(ServiceSet.Empty, (sum, s) => sum.Union(One(s.Split(' '))));

    private static ServiceSet One(string[] words)
    {
        int[] numbers = words.Length == 1 ? [] : [.. words[1].Split('-', '/').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
        return words[0] switch
        {
            "all" => ServiceSet.All,
            "protocol" => ServiceSet.Whole(new((byte)numbers[0])),
            "tcp" => Given.Tcp((ushort)numbers[0], (ushort)numbers[1]),
            "udp" => ServiceSet.Ports(Protocol.Udp, (ushort)numbers[0], (ushort)numbers[1]),
            var icmp => Icmp(icmp == "icmp" ? Protocol.Icmp : Protocol.IcmpV6, numbers),
        };
    }

    private static ServiceSet Icmp(Protocol protocol, int[] numbers) => numbers.Length switch
    {
        0 => ServiceSet.Whole(protocol),
        1 => ServiceSet.Icmp(protocol, (byte)numbers[0], null),
        _ => ServiceSet.Icmp(protocol, (byte)numbers[0], (byte)numbers[1]),
    };
}

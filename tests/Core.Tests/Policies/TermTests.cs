using Remediator.Network;
using Remediator.Policies.Terms;

namespace Remediator.Core.Tests.Policies;

public class TermTests
{
    private static AddressSet Peers(string peer, string above = "") => PolicyText.Good(PolicyText.OneRule($"{{ peer: {peer} }}", above: above)).Rules[0].Deny.Addresses;

    private static ServiceSet Services(string service, string above = "") => PolicyText.Good(PolicyText.OneRule($"{{ service: {service} }}", above: above)).Rules[0].Deny.Services;

    [Fact]
    public void Anywhere_is_every_address_of_both_families() => Assert.Equal(AddressSet.All, Peers("anywhere"));

    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("172.16.0.0/12")]
    [InlineData("192.168.0.0/16")]
    [InlineData("100.64.0.0/10")]
    [InlineData("127.0.0.0/8")]
    [InlineData("169.254.0.0/16")]
    [InlineData("fc00::/7")]
    [InlineData("fe80::/10")]
    [InlineData("::1/128")]
    public void Private_blocks_are_private_and_not_internet(string block)
    {
        Assert.True(Peers("private").Covers(PolicyText.Addresses(block)));
        Assert.False(Peers("internet").Overlaps(PolicyText.Addresses(block)));
    }

    [Theory]
    [InlineData("9.255.255.255/32")]
    [InlineData("11.0.0.0/32")]
    [InlineData("172.32.0.0/32")]
    [InlineData("100.128.0.0/32")]
    [InlineData("0.0.0.0/8")]
    [InlineData("255.255.255.255/32")]
    [InlineData("64:ff9b::/96")]
    [InlineData("2002::/16")]
    [InlineData("::/128")]
    [InlineData("fec0::/10")]
    public void Other_blocks_are_internet(string block) => Assert.True(Peers("internet").Covers(PolicyText.Addresses(block)));

    [Fact]
    public void Internet_and_private_are_two_parts_of_anywhere()
    {
        Assert.Equal(AddressSet.All, Peers("[internet, private]"));
        Assert.True(Peers("internet").Intersect(Peers("private")).IsEmpty);
    }

    [Fact]
    public void Private_of_the_policy_is_added_to_the_built_in_blocks()
    {
        const string Own = "private: [198.51.100.0/24, '2001:db8::/32']\n";
        Assert.Equal(Peers("private").Union(PolicyText.Addresses("198.51.100.0/24", "2001:db8::/32")), Peers("private", Own));
        Assert.Equal(Peers("internet").Minus(PolicyText.Addresses("198.51.100.0/24", "2001:db8::/32")), Peers("internet", Own));
    }

    [Fact]
    public void Lists_of_peers_mix_families_and_repeat_themselves() =>
        Assert.Equal(PolicyText.Addresses("203.0.113.0/24", "2001:db8::/32"), Peers("[203.0.113.0/25, 203.0.113.128/25, '2001:db8::/32', 203.0.113.7, 203.0.113.0/25]"));

    [Fact]
    public void Networks_are_made_of_blocks_and_of_other_networks_above_or_below() =>
        Assert.Equal(PolicyText.Addresses("203.0.113.0/24", "198.51.100.0/24"), Peers("us", "networks:\n  us: [office, vpn]\n  office: 203.0.113.0/24\n  vpn: [198.51.100.0/24]\n"));

    [Fact]
    public void Services_are_made_of_terms_and_of_other_services() =>
        Assert.Equal(Services("[ssh, tcp/8000, udp/53, tcp/53]"), Services("app", "services:\n  app: [admin, tcp/8000, dns]\n  admin: ssh\n"));

    [Theory]
    [InlineData("ssh", 6, 22, 22)]
    [InlineData("telnet", 6, 23, 23)]
    [InlineData("http", 6, 80, 80)]
    [InlineData("https", 6, 443, 443)]
    [InlineData("smtp", 6, 25, 25)]
    [InlineData("submission", 6, 587, 587)]
    [InlineData("mysql", 6, 3306, 3306)]
    [InlineData("postgres", 6, 5432, 5432)]
    [InlineData("postgresql", 6, 5432, 5432)]
    [InlineData("redis", 6, 6379, 6379)]
    [InlineData("ftp", 6, 20, 21)]
    [InlineData("winrm", 6, 5985, 5986)]
    [InlineData("mongodb", 6, 27017, 27019)]
    [InlineData("docker", 6, 2375, 2376)]
    [InlineData("etcd", 6, 2379, 2380)]
    [InlineData("kubernetes-api", 6, 6443, 6443)]
    [InlineData("ldaps", 6, 636, 636)]
    [InlineData("tcp/22", 6, 22, 22)]
    [InlineData("TCP/22", 6, 22, 22)]
    [InlineData("6/22", 6, 22, 22)]
    [InlineData("udp/1-5", 17, 1, 5)]
    [InlineData("tcp/0-65535", 6, 0, 65535)]
    [InlineData("tcp", 6, 0, 65535)]
    [InlineData("udp", 17, 0, 65535)]
    [InlineData("tcp/0", 6, 0, 0)]
    public void Service_is_its_ports(string service, byte protocol, ushort from, ushort to) =>
        Assert.Equal(ServiceSet.Ports(new(protocol), from, to), Services(service));

    [Theory]
    [InlineData("rdp", "[tcp/3389, udp/3389]")]
    [InlineData("dns", "[tcp/53, udp/53]")]
    [InlineData("openvpn", "[tcp/1194, udp/1194]")]
    [InlineData("smb", "[tcp/139, tcp/445]")]
    [InlineData("mssql", "[tcp/1433-1434, udp/1434]")]
    [InlineData("memcached", "[tcp/11211, udp/11211]")]
    [InlineData("elasticsearch", "opensearch")]
    [InlineData("ipsec", "[udp/500, udp/4500, esp, ah]")]
    [InlineData("ping", "[icmp/8, icmpv6/128]")]
    [InlineData("[tcp/22, tcp/22, tcp/20-24]", "tcp/20-24")]
    [InlineData("[tcp/1-5, tcp/6]", "tcp/1-6")]
    [InlineData("'50'", "esp")]
    [InlineData("'1'", "icmp")]
    public void Service_is_the_same_as_what_it_stands_for(string service, string same) => Assert.Equal(Services(same), Services(service));

    [Fact]
    public void All_is_every_protocol() => Assert.Equal(ServiceSet.All, Services("all"));

    [Fact]
    public void Icmp_is_read_by_type_and_code()
    {
        Assert.Equal(ServiceSet.Whole(Protocol.Icmp), Services("icmp"));
        Assert.Equal(ServiceSet.Icmp(Protocol.Icmp, 8, null), Services("icmp/8"));
        Assert.Equal(ServiceSet.Icmp(Protocol.Icmp, 8, 0), Services("icmp/8/0"));
        Assert.Equal(ServiceSet.Icmp(Protocol.IcmpV6, 128, null), Services("icmpv6/128"));
        Assert.Equal(ServiceSet.Whole(new(50)), Services("esp"));
    }

    [Fact]
    public void Protocol_and_address_family_are_independent()
    {
        var rule = PolicyText.Good(PolicyText.OneRule("{ service: [icmp, icmpv6], peer: [0.0.0.0/0, '::/0'] }")).Rules[0];
        Assert.Equal(TrafficSet.Of(Services("[icmp, icmpv6]"), AddressSet.All), rule.Deny);
    }

    [Fact]
    public void Built_in_services_can_each_be_read_and_stand_once()
    {
        Assert.All(BuiltInServices.Names, name => Assert.False(Services(name).IsEmpty, name));
        Assert.Equal(BuiltInServices.Names.Length, BuiltInServices.Names.Distinct(StringComparer.Ordinal).Count());
    }
}

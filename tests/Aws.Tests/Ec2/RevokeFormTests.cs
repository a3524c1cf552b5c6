using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Aws.Tests.Ec2;

/// <summary>What a revoke by content says on the wire, parameter by parameter: EC2 compares these and nothing else.</summary>
public sealed class RevokeFormTests
{
    private const string Taken = "<return>true</return>";

    public static TheoryData<string, int?, int?, string, string> Contents => new()
    {
        { "tcp", 22, 22, "0.0.0.0/0", "FromPort=22 IpProtocol=tcp IpRanges.1.CidrIp=0.0.0.0/0 ToPort=22" },
        { "6", 22, 22, "0.0.0.0/0", "FromPort=22 IpProtocol=tcp IpRanges.1.CidrIp=0.0.0.0/0 ToPort=22" },
        { "17", 0, 65535, "203.0.113.0/24", "FromPort=0 IpProtocol=udp IpRanges.1.CidrIp=203.0.113.0/24 ToPort=65535" },
        { "1", 8, -1, "0.0.0.0/0", "FromPort=8 IpProtocol=icmp IpRanges.1.CidrIp=0.0.0.0/0 ToPort=-1" },
        { "58", -1, -1, "::/0", "FromPort=-1 IpProtocol=icmpv6 Ipv6Ranges.1.CidrIpv6=::/0 ToPort=-1" },
        { "-1", -1, -1, "0.0.0.0/0", "IpProtocol=-1 IpRanges.1.CidrIp=0.0.0.0/0" },
        { "all", 0, 65535, "::/0", "IpProtocol=-1 Ipv6Ranges.1.CidrIpv6=::/0" },
        { "50", -1, -1, "0.0.0.0/0", "FromPort=-1 IpProtocol=50 IpRanges.1.CidrIp=0.0.0.0/0 ToPort=-1" },
        { "50", null, null, "0.0.0.0/0", "IpProtocol=50 IpRanges.1.CidrIp=0.0.0.0/0" },
        { "47", 0, 0, "0.0.0.0/0", "FromPort=0 IpProtocol=47 IpRanges.1.CidrIp=0.0.0.0/0 ToPort=0" },
        { "tcp", 443, 443, "203.0.113.77/24", "FromPort=443 IpProtocol=tcp IpRanges.1.CidrIp=203.0.113.77/24 ToPort=443" },
        { "tcp", 443, 443, "2001:DB8::1/32", "FromPort=443 IpProtocol=tcp Ipv6Ranges.1.CidrIpv6=2001:DB8::1/32 ToPort=443" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Protocol_ports_and_block_are_spelled_as_EC2_holds_them(string protocol, int? from, int? to, string block, string expected) =>
        Assert.Equal(expected, await Sent(Ec2Account.Ingress(protocol, from, to, block)));

    [Theory]
    [InlineData(null, null, "Groups.1.GroupId=sg-0b")]
    [InlineData(Ec2Account.Other, null, "Groups.1.GroupId=sg-0b Groups.1.UserId=444455556666")]
    [InlineData(Ec2Account.Other, "pcx-1", "Groups.1.GroupId=sg-0b Groups.1.UserId=444455556666 Groups.1.VpcPeeringConnectionId=pcx-1")]
    [InlineData(null, "pcx-1", "Groups.1.GroupId=sg-0b Groups.1.VpcPeeringConnectionId=pcx-1")]
    public async Task A_group_is_sent_by_its_id_with_its_account_and_peering_and_never_by_name(string? account, string? peering, string expected) =>
        Assert.Equal($"FromPort=22 {expected} IpProtocol=tcp ToPort=22", await Sent(Ec2Account.Of(Direction.Ingress, "tcp", 22, 22, new Peer.Group("sg-0b", account, peering))));

    [Fact]
    public async Task A_prefix_list_is_sent_by_its_id() =>
        Assert.Equal("FromPort=22 IpProtocol=tcp PrefixListIds.1.PrefixListId=pl-1 ToPort=22", await Sent(Ec2Account.Of(Direction.Ingress, "tcp", 22, 22, new Peer.PrefixList("pl-1"))));

    [Fact]
    public async Task Neither_description_nor_tags_nor_rule_id_are_part_of_the_content()
    {
        var told = Ec2Account.Ingress("tcp", 22, 22, "0.0.0.0/0") with { RuleId = "sgr-1", Description = "for a minute", Tags = [new("Owner", "me")] };
        Assert.Equal("FromPort=22 IpProtocol=tcp IpRanges.1.CidrIp=0.0.0.0/0 ToPort=22", await Sent(told));
    }

    [Fact]
    public async Task Each_permission_is_an_entry_of_its_own_with_one_peer_also_where_the_ports_are_equal()
    {
        var account = Ec2Account.Answering("RevokeSecurityGroupIngress:" + Taken);
        ImmutableArray<Permission> permissions = [Ec2Account.Ingress("tcp", 22, 22, "0.0.0.0/0"), Ec2Account.Ingress("tcp", 22, 22, "::/0"), Ec2Account.Ingress("tcp", 22, 22, "198.51.100.0/24")];
        await account.Groups.Revoke(new(Ec2Account.Group, Direction.Ingress, permissions), Cancel);
        Assert.Equal(
            [
                "Action=RevokeSecurityGroupIngress", "GroupId=sg-0a",
                "IpPermissions.1.FromPort=22", "IpPermissions.1.IpProtocol=tcp", "IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0", "IpPermissions.1.ToPort=22",
                "IpPermissions.2.FromPort=22", "IpPermissions.2.IpProtocol=tcp", "IpPermissions.2.Ipv6Ranges.1.CidrIpv6=::/0", "IpPermissions.2.ToPort=22",
                "IpPermissions.3.FromPort=22", "IpPermissions.3.IpProtocol=tcp", "IpPermissions.3.IpRanges.1.CidrIp=198.51.100.0/24", "IpPermissions.3.ToPort=22",
                "Version=2016-11-15",
            ],
            Assert.Single(account.Calls).Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_goes_out_is_revoked_by_the_call_for_it()
    {
        var account = Ec2Account.Answering("RevokeSecurityGroupEgress:" + Taken);
        var answer = await account.Groups.Revoke(new(Ec2Account.Group, Direction.Egress, [Ec2Account.Of(Direction.Egress, "-1", null, null, Ec2Account.Block("0.0.0.0/0"))]), Cancel);
        Assert.IsType<RevokeAnswer.Taken>(answer);
        var call = Assert.Single(account.Calls);
        Assert.Equal("RevokeSecurityGroupEgress", call["Action"]);
        Assert.Equal("sg-0a", call["GroupId"]);
        Assert.Equal("-1", call["IpPermissions.1.IpProtocol"]);
    }

    [Fact]
    public async Task A_thousand_permissions_are_one_call()
    {
        var account = Ec2Account.Answering("RevokeSecurityGroupIngress:" + Taken);
        ImmutableArray<Permission> permissions = [.. Enumerable.Range(1, Revocation.MostPermissions).Select(port => Ec2Account.Ingress("tcp", port, port, "0.0.0.0/0"))];
        await account.Groups.Revoke(new(Ec2Account.Group, Direction.Ingress, permissions), Cancel);
        Assert.Equal("1000", Assert.Single(account.Calls)["IpPermissions.1000.ToPort"]);
    }

    /// <summary>The one entry of the one call: its parameters in order, without the entry's own prefix.</summary>
    private static async Task<string> Sent(Permission permission)
    {
        var account = Ec2Account.Answering("RevokeSecurityGroupIngress:" + Taken);
        await account.Groups.Revoke(new(Ec2Account.Group, Direction.Ingress, [permission]), Cancel);
        var form = Assert.Single(account.Calls).ToDictionary(StringComparer.Ordinal);
        Assert.True(form.Remove("Action") && form.Remove("Version") && form.Remove("GroupId"));
        return string.Join(' ', form.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key.Replace("IpPermissions.1.", "", StringComparison.Ordinal)}={p.Value}"));
    }
}

using System.Net;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class DescribeGroupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_comes_with_name_description_VPC_and_tags()
    {
        var account = Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", "<tagSet><item><key>Tier</key><value>web</value></item><item><key>Empty</key><value/></item></tagSet>")));
        var group = await Found(account);
        Assert.Equal((Ec2Account.Group, "web", "for &<tests>", "vpc-0a"), (group.Key, group.Name, group.Description, group.VpcId));
        Assert.Equal([new("Tier", "web"), new("Empty", "")], group.Tags!.Value);
        Assert.Empty(group.Permissions);
        Assert.Equal(["Action=DescribeSecurityGroups", "GroupId.1=sg-0a"], Assert.Single(account.Sent));
    }

    [Fact]
    public async Task A_group_without_tags_is_known_to_have_none() => Assert.Equal([], (await Found(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", ""))))).Tags!.Value);

    [Fact]
    public async Task Each_peer_of_an_entry_is_a_permission_of_its_own_with_its_own_description()
    {
        var group = await Found(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", """
            <ipPermissions>
            <item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>
              <groups><item><userId>111122223333</userId><groupId>sg-0b</groupId><description>own</description></item><item><userId>444455556666</userId><groupId>sg-0c</groupId><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><peeringStatus>active</peeringStatus></item></groups>
              <ipRanges><item><cidrIp>203.0.113.7/24</cidrIp><description>office</description></item><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges>
              <ipv6Ranges><item><cidrIpv6>2001:DB8::/32</cidrIpv6><description>six</description></item></ipv6Ranges>
              <prefixListIds><item><description>list</description><prefixListId>pl-1</prefixListId></item></prefixListIds></item>
            <item><ipProtocol>icmp</ipProtocol><fromPort>8</fromPort><toPort>-1</toPort><groups/><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges><ipv6Ranges/><prefixListIds/></item>
            </ipPermissions>
            <ipPermissionsEgress><item><ipProtocol>-1</ipProtocol><groups/><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges><ipv6Ranges/><prefixListIds/></item></ipPermissionsEgress>
            """))));
        Assert.Equal(
            [
                ("ingress tcp/22 203.0.113.0/24", "office"), ("ingress tcp/22 0.0.0.0/0", null), ("ingress tcp/22 2001:db8::/32", "six"), ("ingress tcp/22 pl-1", "list"),
                ("ingress tcp/22 sg-0b", "own"), ("ingress tcp/22 sg-0c", null), (Ec2Account.Ingress("icmp", 8, -1, "0.0.0.0/0").Content, null), (Ec2Account.Of(Direction.Egress, "-1", null, null, Ec2Account.Block("0.0.0.0/0")).Content, null),
            ],
            group.Permissions.Select(p => (p.Content, p.Description)));
        Assert.Equal(["203.0.113.7/24", "0.0.0.0/0", "2001:DB8::/32", "0.0.0.0/0", "0.0.0.0/0"], group.Permissions.Select(p => p.Peer).OfType<Peer.Block>().Select(b => b.Spelling));
        Assert.Equal([(null, null), (Ec2Account.Other, "pcx-1")], group.Permissions.Select(p => p.Peer).OfType<Peer.Group>().Select(g => (g.Account, g.PeeringId)));
        Assert.All(group.Permissions, p => Assert.True(p.RuleId is null && p.Tags.IsEmpty));
    }

    [Fact]
    public async Task A_group_of_another_account_that_is_shared_belongs_to_its_owner_and_so_do_its_references()
    {
        const string Entry = "<ipPermissions><item><ipProtocol>-1</ipProtocol><groups><item><userId>444455556666</userId><groupId>sg-0b</groupId></item></groups></item></ipPermissions>";
        var group = await Found(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", Entry, owner: Ec2Account.Other))));
        Assert.Equal(Ec2Account.Other, group.Key.Account);
        Assert.Null(Assert.IsType<Peer.Group>(Assert.Single(group.Permissions).Peer).Account);
    }

    [Theory]
    [InlineData("<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>", "its peer is none that we know: expected an IPv4 or IPv6 block, a prefix list or a group")]
    [InlineData("<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item><item><cidrIp>some\nwhere</cidrIp></item></ipRanges>", "its peer is `some\\u{A}where`: expected an IPv4 or IPv6 block, a prefix list or a group")]
    [InlineData("<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><groups><item><userId>444455556666</userId><groupName>classic</groupName></item></groups>", "its peer is none that we know: expected an IPv4 or IPv6 block, a prefix list or a group")]
    [InlineData("<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges>", "tcp ports `22` to `nothing` are none: expected 0 to 65535, upwards")]
    [InlineData("<ipProtocol>pigeon</ipProtocol><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges>", "protocol `pigeon` is none: expected tcp, udp, icmp, icmpv6, -1 or a number from 0 to 255")]
    public async Task A_permission_that_cannot_be_read_fails_the_reading_and_is_never_left_out(string entry, string problem)
    {
        foreach (var set in new[] { "ipPermissions", "ipPermissionsEgress" })
        {
            var account = Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", $"<{set}><item>{entry}</item></{set}>")));
            Assert.Equal(new GroupReading.Failed($"group `sg-0a` could not be read: of a permission {problem}", false), await Describe(account, new("sg-0a", null)));
        }
    }

    [Theory]
    [InlineData("InvalidGroup.NotFound")]
    [InlineData("InvalidGroupId.NotFound")]
    [InlineData("InvalidSecurityGroupID.NotFound")]
    public async Task A_deleted_group_is_not_found(string code) =>
        Assert.IsType<GroupReading.NotFound>(await Describe(Ec2Account.Refusing(HttpStatusCode.BadRequest, code, "The security group 'sg-0a' does not exist"), new("sg-0a", null)));

    [Fact]
    public async Task An_answer_that_shows_no_group_or_another_one_is_not_found()
    {
        Assert.IsType<GroupReading.NotFound>(await Describe(Ec2Account.Answering(GroupXml.Page(null)), new("sg-0a", null)));
        Assert.IsType<GroupReading.NotFound>(await Describe(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0b", "web", ""))), new("sg-0a", null)));
    }

    [Fact]
    public async Task A_group_known_by_name_alone_is_the_one_that_is_called_exactly_so_on_any_page()
    {
        var account = Ec2Account.Answering(GroupXml.Page("next", GroupXml.Group("sg-0c", "web-1", "")), GroupXml.Page(null, GroupXml.Group("sg-0d", "web*", "")));
        Assert.Equal("sg-0d", Assert.IsType<GroupReading.Found>(await Describe(account, new(null, "web*"))).Group.Key.GroupId);
        Assert.Equal(["Action=DescribeSecurityGroups", "Filter.1.Name=group-name", "Filter.1.Value.1=web*", "MaxResults=1000"], account.Sent[0]);
        Assert.Equal("next", account.Calls[1]["NextToken"]);
        Assert.IsType<GroupReading.NotFound>(await Describe(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0c", "web-1", ""))), new(null, "web*")));
    }

    [Fact]
    public async Task Several_groups_of_that_name_are_a_failure_that_no_retry_mends()
    {
        var account = Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0c", "web", ""), GroupXml.Group("sg-0d", "web", "")));
        Assert.Equal(new GroupReading.Failed("2 groups have this name in region `eu-west-1`, and the event does not say which it is about", false), await Describe(account, new(null, "web")));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidGroupId.Malformed", false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true)]
    public async Task A_refused_read_is_a_failure(HttpStatusCode status, string code, bool retryable)
    {
        Assert.Equal(new GroupReading.Failed($"{code}: not now", retryable), await Describe(Ec2Account.Refusing(status, code, "not now"), new("sg-0a", null)));
        Assert.Equal(new GroupReading.Failed($"{code}: not now", retryable), await Describe(Ec2Account.Refusing(status, code, "not now"), new(null, "web")));
    }

    private static Task<GroupReading> Describe(Ec2Account account, GroupName group) => account.Facts.Describe(group, Ec2Account.Own, Ec2Account.Region, Cancel);

    private static async Task<SecurityGroup> Found(Ec2Account account) => Assert.IsType<GroupReading.Found>(await Describe(account, new("sg-0a", null))).Group;
}

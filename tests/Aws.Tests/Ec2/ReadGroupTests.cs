using System.Net;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class ReadGroupTests
{
    private const string Rules = "DescribeSecurityGroupRules:";

    private const string Groups = "DescribeSecurityGroups:";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_read_each_rule_with_id_description_and_tags()
    {
        var account = Ec2Account.Answering(
            Page("next", Rule("sgr-1", "<cidrIpv4>0.0.0.0/0</cidrIpv4><description>for &lt;a&gt; minute</description><tagSet><item><key>Owner</key><value>me</value></item><item><key>Empty</key><value/></item></tagSet>")),
            Page("last", Rule("sgr-2", "<cidrIpv6>::/0</cidrIpv6>")),
            Page(null, Rule("sgr-3", "<prefixListId>pl-1</prefixListId>", egress: true)));
        var group = await Found(account);
        Assert.Equal(Ec2Account.Group, group.Key);
        Assert.Equal(["ingress tcp/22 0.0.0.0/0", "ingress tcp/22 ::/0", "egress tcp/22 pl-1"], group.Permissions.Select(p => p.Content));
        Assert.Equal(["sgr-1", "sgr-2", "sgr-3"], group.Permissions.Select(p => p.RuleId));
        Assert.Equal("for <a> minute", group.Permissions[0].Description);
        Assert.Equal([new("Owner", "me"), new("Empty", "")], group.Permissions[0].Tags);
        Assert.Null(group.Permissions[1].Description);
        Assert.Empty(group.Permissions[1].Tags);
        Assert.Equal(["DescribeSecurityGroupRules"], account.Calls.Select(c => c["Action"]).Distinct());
        Assert.All(account.Calls, call => Assert.Equal(("group-id", "sg-0a"), (call["Filter.1.Name"], call["Filter.1.Value.1"])));
        Assert.Equal([null, "next", "last"], account.Calls.Select(c => c.GetValueOrDefault("NextToken")));
    }

    [Theory]
    [InlineData("<ipProtocol>-1</ipProtocol><fromPort>-1</fromPort><toPort>-1</toPort>", "-1", null, null)]
    [InlineData("<ipProtocol>50</ipProtocol><fromPort>-1</fromPort><toPort>-1</toPort>", "50", -1, -1)]
    [InlineData("<ipProtocol>50</ipProtocol>", "50", null, null)]
    [InlineData("<ipProtocol>icmp</ipProtocol><fromPort>8</fromPort><toPort>-1</toPort>", "icmp", 8, -1)]
    [InlineData("<ipProtocol>icmpv6</ipProtocol><fromPort>-1</fromPort><toPort>-1</toPort>", "icmpv6", -1, -1)]
    [InlineData("<ipProtocol>udp</ipProtocol><fromPort>0</fromPort><toPort>65535</toPort>", "udp", 0, 65535)]
    public async Task Protocol_and_ports_are_kept_as_EC2_shows_them(string content, string protocol, int? from, int? to)
    {
        var group = await Found(Ec2Account.Answering(Page(null, $"<item><securityGroupRuleId>sgr-1</securityGroupRuleId><isEgress>false</isEgress>{content}<cidrIpv4>0.0.0.0/0</cidrIpv4></item>")));
        var permission = Assert.Single(group.Permissions);
        Assert.Equal((protocol, from, to), (permission.Protocol, permission.FromPort, permission.ToPort));
    }

    [Theory]
    [InlineData("<userId>111122223333</userId><vpcId>vpc-1</vpcId>", null, null)]
    [InlineData("", null, null)]
    [InlineData("<userId>444455556666</userId>", Ec2Account.Other, null)]
    [InlineData("<userId>444455556666</userId><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><peeringStatus>active</peeringStatus>", Ec2Account.Other, "pcx-1")]
    [InlineData("<userId>111122223333</userId><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId>", null, "pcx-1")]
    public async Task A_referenced_group_has_an_account_only_when_it_is_another_ones(string info, string? account, string? peering)
    {
        var group = await Found(Ec2Account.Answering(Page(null, Rule("sgr-1", $"<referencedGroupInfo><groupId>sg-0b</groupId>{info}</referencedGroupInfo>"))));
        var peer = Assert.IsType<Peer.Group>(Assert.Single(group.Permissions).Peer);
        Assert.Equal(("sg-0b", account, peering), (peer.GroupId, peer.Account, peer.PeeringId));
    }

    [Fact]
    public async Task A_block_keeps_its_spelling()
    {
        var group = await Found(Ec2Account.Answering(Page(null, Rule("sgr-1", "<cidrIpv4>203.0.113.77/24</cidrIpv4>"))));
        Assert.Equal("203.0.113.77/24", Assert.IsType<Peer.Block>(Assert.Single(group.Permissions).Peer).Spelling);
    }

    [Fact]
    public async Task A_group_without_rules_is_found_empty_because_EC2_knows_its_id()
    {
        var account = Ec2Account.Answering(Page(null, ""), Groups + "<securityGroupInfo><item><groupId>sg-0a</groupId><groupName>web</groupName></item></securityGroupInfo>");
        Assert.Empty((await Found(account)).Permissions);
        Assert.Equal("sg-0a", account.Calls[1]["GroupId.1"]);
    }

    [Theory]
    [InlineData("InvalidGroup.NotFound")]
    [InlineData("InvalidGroupId.NotFound")]
    [InlineData("InvalidSecurityGroupID.NotFound")]
    public async Task A_deleted_group_is_not_found(string code)
    {
        var account = new Ec2Account(ScriptedService.Answering(
            Ec2Account.Document(Page(null, "")), ScriptedService.Answer(HttpStatusCode.BadRequest, Ec2Errors.Document(code, "The security group 'sg-0a' does not exist"))));
        Assert.IsType<GroupReading.NotFound>(await Read(account, new("sg-0a", null)));
    }

    [Fact]
    public async Task A_group_known_by_name_alone_is_looked_up_and_then_read_by_its_id()
    {
        var account = Ec2Account.Answering(Named(("sg-0c", "web")), Page(null, Rule("sgr-1", "<cidrIpv4>0.0.0.0/0</cidrIpv4>")));
        var group = Assert.IsType<GroupReading.Found>(await Read(account, new(null, "web"))).Group;
        Assert.Equal(("sg-0c", "web"), (group.Key.GroupId, group.Name));
        Assert.Equal(("group-name", "web"), (account.Calls[0]["Filter.1.Name"], account.Calls[0]["Filter.1.Value.1"]));
        Assert.Equal("sg-0c", account.Calls[1]["Filter.1.Value.1"]);
    }

    [Fact]
    public async Task No_group_of_that_name_is_not_found() => Assert.IsType<GroupReading.NotFound>(await Read(Ec2Account.Answering(Named()), new(null, "web")));

    [Fact]
    public async Task A_name_that_is_a_pattern_finds_only_the_group_that_is_called_so()
    {
        var found = await Read(Ec2Account.Answering(Named(("sg-0c", "web-1"), ("sg-0d", "web*")), Page(null, Rule("sgr-1", "<cidrIpv4>0.0.0.0/0</cidrIpv4>"))), new(null, "web*"));
        Assert.Equal("sg-0d", Assert.IsType<GroupReading.Found>(found).Group.Key.GroupId);
        Assert.IsType<GroupReading.NotFound>(await Read(Ec2Account.Answering(Named(("sg-0c", "web-1"))), new(null, "web*")));
    }

    [Fact]
    public async Task Several_groups_of_that_name_are_a_failure_that_no_retry_mends()
    {
        var failed = Assert.IsType<GroupReading.Failed>(await Read(Ec2Account.Answering(Named(("sg-0c", "web"), ("sg-0d", "web"))), new(null, "web")));
        Assert.Equal("2 groups have this name in region `eu-west-1`, and the event does not say which it is about", failed.Problem);
        Assert.False(failed.Retryable);
    }

    [Theory]
    [InlineData("<isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>", "its peer is none that we know: expected an IPv4 or IPv6 block, a prefix list or a group")]
    [InlineData("<isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><cidrIpv4>any\u202ewhere</cidrIpv4>", "its peer is `any\\u{202E}where`: expected an IPv4 or IPv6 block, a prefix list or a group")]
    [InlineData("<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><cidrIpv4>0.0.0.0/0</cidrIpv4>", "it does not say its direction")]
    [InlineData("<isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><cidrIpv4>0.0.0.0/0</cidrIpv4>", "tcp ports `22` to `nothing` are none: expected 0 to 65535, upwards")]
    [InlineData("<isEgress>false</isEgress><ipProtocol>pigeon</ipProtocol><cidrIpv4>0.0.0.0/0</cidrIpv4>", "protocol `pigeon` is none: expected tcp, udp, icmp, icmpv6, -1 or a number from 0 to 255")]
    [InlineData("<isEgress>false</isEgress><cidrIpv4>0.0.0.0/0</cidrIpv4>", "protocol `` is none: expected tcp, udp, icmp, icmpv6, -1 or a number from 0 to 255")]
    public async Task A_rule_that_cannot_be_read_fails_the_reading_and_is_named(string rule, string problem)
    {
        var account = Ec2Account.Answering(Page(null, Rule("sgr-1", "<cidrIpv4>0.0.0.0/0</cidrIpv4>"), $"<item><securityGroupRuleId>sgr-2</securityGroupRuleId>{rule}</item>"));
        Assert.Equal(new GroupReading.Failed($"rule `sgr-2` could not be read: {problem}", false), await Read(account, new("sg-0a", null)));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true)]
    public async Task A_refused_read_is_a_failure(HttpStatusCode status, string code, bool retryable) =>
        Assert.Equal(new GroupReading.Failed($"{code}: not now", retryable), await Read(Ec2Account.Refusing(status, code, "not now"), new("sg-0a", null)));

    [Fact]
    public async Task A_refusal_of_the_second_page_never_passes_for_the_whole_group()
    {
        var account = new Ec2Account(ScriptedService.Answering(
            Ec2Account.Document(Page("next", Rule("sgr-1", "<cidrIpv4>0.0.0.0/0</cidrIpv4>"))), ScriptedService.Answer(HttpStatusCode.InternalServerError, Ec2Errors.Document("InternalError", "try later"))));
        Assert.Equal(new GroupReading.Failed("InternalError: try later", true), await Read(account, new("sg-0a", null)));
    }

    private static Task<GroupReading> Read(Ec2Account account, GroupName group) => account.Groups.Read(group, Ec2Account.Own, Ec2Account.Region, Cancel);

    private static async Task<SecurityGroup> Found(Ec2Account account) => Assert.IsType<GroupReading.Found>(await Read(account, new("sg-0a", null))).Group;

    private static string Page(string? next, params string[] rules) =>
        $"{Rules}<securityGroupRuleSet>{string.Concat(rules)}</securityGroupRuleSet>{(next is null ? "" : $"<nextToken>{next}</nextToken>")}";

    private static string Rule(string id, string peer, bool egress = false) =>
        $"<item><securityGroupRuleId>{id}</securityGroupRuleId><groupId>sg-0a</groupId><groupOwnerId>111122223333</groupOwnerId><isEgress>{(egress ? "true" : "false")}</isEgress><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>{peer}</item>";

    private static string Named(params (string Id, string Name)[] groups) =>
        $"{Groups}<securityGroupInfo>{string.Concat(groups.Select(g => $"<item><groupId>{g.Id}</groupId><groupName>{g.Name}</groupName></item>"))}</securityGroupInfo>";
}

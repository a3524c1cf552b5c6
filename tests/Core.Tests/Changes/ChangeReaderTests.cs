using System.Text.Json.Nodes;
using Remediator.Changes;
using Remediator.Groups;

namespace Remediator.Core.Tests.Changes;

/// <summary>Every shape in which CloudTrail records a call that opens something, and what reading it gives. Rule ids are shown by
/// their last digit; a permission without one comes from the request.</summary>
public sealed class ChangeReaderTests
{
    private const string Group = "sg-0a1b2c3d4e5f60718";
    private const string Request = "detail.requestParameters";

    public static readonly TheoryData<string, string> Shapes = new()
    {
        { "ingress-items", $"{Group} [ingress tcp 22-22 0.0.0.0/0 #1; ingress tcp 22-22 ::/0 #2; ingress tcp 443-443 198.51.100.0/24 #3]" },
        { "ingress-flat", $"{Group} [ingress tcp 22-22 0.0.0.0/0 #1]" },
        { "ingress-flat-old-answer", $"{Group} [ingress tcp 22-22 100.68.0.0/18]" },
        { "ingress-flat-source-group-name", $"db [] whole group, because `{Request}` names its peer group by `web` alone, not by id" },
        { "ingress-group-name", $"{Group} [ingress tcp 3389-3389 0.0.0.0/0 #1]" },
        { "ingress-group-name-old-answer", "web servers [ingress tcp 3389-3389 0.0.0.0/0]" },
        { "ingress-all-protocols", $"{Group} [ingress -1 - 0.0.0.0/0 #1; ingress -1 - ::/0 #2]" },
        { "ingress-protocol-numbers", $"{Group} [ingress 50 - 203.0.113.0/24; ingress udp 53-53 203.0.113.0/24; ingress icmpv6 -1--1 2001:db8::/32]" },
        { "ingress-icmp", $"{Group} [ingress icmp 8--1 0.0.0.0/0 #1; ingress icmpv6 -1--1 ::/0 #2]" },
        { "ingress-prefix-list", $"{Group} [ingress tcp 443-443 pl-0123456789abcdef0 #1]" },
        { "ingress-group-peer-other-account", $"{Group} [ingress tcp 3306-3306 444455556666/sg-0fffffffffffffff1 #1; ingress tcp 3306-3306 sg-0fffffffffffffff2 #2]" },
        { "ingress-group-peer-old-answer", $"{Group} [ingress tcp 3306-3306 444455556666/sg-0fffffffffffffff1; ingress tcp 3306-3306 {Group}]" },
        { "ingress-group-peer-by-name", $"{Group} [ingress tcp 3306-3306 sg-0fffffffffffffff2 #1]" },
        { "ingress-group-peer-by-name-old-answer", $"db [ingress tcp 3306-3306 203.0.113.0/24] whole group, because `{Request}.ipPermissions.items[0].groups.items[0]` names its peer group by `web` alone, not by id" },
        { "ingress-cloudformation", $"{Group} [ingress tcp 80-80 0.0.0.0/0 #1]" },
        { "ingress-console", $"{Group} [ingress tcp 0-65535 0.0.0.0/0 #1]" },
        { "ingress-request-wrapper-object", $"{Group} [ingress tcp 22-22 0.0.0.0/0; ingress tcp 22-22 2001:db8::/32; ingress tcp 22-22 ::/0]" },
        { "ingress-request-wrapper-arrays", $"{Group} [ingress tcp 22-22 203.0.113.0/24; ingress udp 53-53 pl-0123456789abcdef0; ingress udp 53-53 sg-0fffffffffffffff1]" },
        { "ingress-answer-in-wrapper", $"{Group} [ingress tcp 22-22 0.0.0.0/0 #1]" },
        { "ingress-answer-lists-fewer", $"{Group} [ingress tcp 22-22 0.0.0.0/0 #1; ingress tcp 22-22 ::/0]" },
        { "ingress-answer-outranks-host-bits", $"{Group} [ingress tcp 22-22 100.68.0.0/18 #1]" },
        { "ingress-answer-permission-unreadable", $"{Group} [ingress tcp 22-22 0.0.0.0/0] whole group, because `detail.responseElements.securityGroupRuleSet.items[0]` names no peer; `detail.responseElements.securityGroupRuleSet.items[0].cidrIpv9` is not known, and may carry permissions" },
        { "ingress-request-omitted", $"{Group} [ingress tcp 22-22 0.0.0.0/0 #1]" },
        { "ingress-answer-omitted", $"{Group} [ingress tcp 22-22 0.0.0.0/0]" },
        { "ingress-request-omitted-in-wrapper", $"{Group} [] whole group, because `{Request}.AuthorizeSecurityGroupIngressRequest` was omitted by CloudTrail as too large" },
        { "ingress-both-omitted", $"unreadable: `{Request}.groupId` is missing, expected the group's id or name, here or in the answer; `{Request}` was omitted by CloudTrail as too large" },
        { "ingress-no-permission", $"{Group} [] whole group, because the event names no permission" },
        { "ingress-unknown-field", $"{Group} [ingress tcp 22-22 203.0.113.0/24] whole group, because `{Request}.cidrIpv7` is not known, and may carry permissions" },
        { "ingress-failed-duplicate", "ignored, because the call failed with `Client.InvalidPermission.Duplicate`" },
        { "ingress-dry-run", "ignored, because the call was a dry run (`Client.DryRunOperation`)" },
        { "ingress-return-false", "ignored, because EC2 answered that the call did nothing" },
        { "egress-items", $"{Group} [egress -1 - 0.0.0.0/0 #1; egress -1 - ::/0 #2]" },
        { "egress-old-answer", $"{Group} [egress tcp 25-25 0.0.0.0/0]" },
        { "modify-one", $"{Group} [ingress tcp 22-22 0.0.0.0/0 #1] either way" },
        { "modify-several", $"{Group} [ingress tcp 22-22 ::/0 #1; ingress -1 - pl-0123456789abcdef0 #2; ingress tcp 3306-3306 sg-0fffffffffffffff1 #3] either way" },
        { "modify-camel-case", $"{Group} [ingress udp 500-500 203.0.113.9/32 #1] either way" },
        { "modify-description-only", $"{Group} [] either way whole group, because `{Request}.ModifySecurityGroupRulesRequest.SecurityGroupRule.SecurityGroupRule.ipProtocol` is missing, expected a protocol such as `tcp`" },
        { "modify-unknown-field", $"{Group} [ingress tcp 22-22 203.0.113.0/24 #1] either way whole group, because `{Request}.ModifySecurityGroupRulesRequest.SecurityGroupRule.SecurityGroupRule.CidrIpv9` is not known, and may carry permissions" },
        { "modify-partial", $"{Group} [ingress tcp 22-22 203.0.113.0/24 #1] either way whole group, because `{Request}.ModifySecurityGroupRulesRequest.SecurityGroupRule[1].SecurityGroupRule.fromPort` is missing, expected a port, since the protocol is `tcp`" },
        { "modify-return-false", "ignored, because EC2 answered that the call did nothing" },
        { "describe", "ignored, because `DescribeSecurityGroups` is an unknown event: it is not one of those that are judged" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_event_of_each_shape_is_read(string name, string expected) =>
        Assert.Equal(expected, Shown.Reading(ChangeReader.Read(Events.Bytes(name))));

    [Fact]
    public void Every_event_in_the_folder_is_in_a_table()
    {
        TheoryData<string, string>[] tables = [Shapes, ClosingTests.Shapes, CreationTests.Shapes, TaggingTests.Shapes, PrefixListTests.Shapes];
        Assert.Equal(Events.Names, tables.SelectMany(table => table.Select(row => row.Data.Item1)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_change_carries_the_envelope_and_the_ids_of_the_call()
    {
        var change = Read("ingress-items");

        Assert.EndsWith("-1111-4222-8333-444455556666", change.EventId, StringComparison.Ordinal);
        Assert.EndsWith("-aaaa-4bbb-8ccc-ddddeeeeffff", change.RequestId, StringComparison.Ordinal);
        Assert.Equal(("AuthorizeSecurityGroupIngress", "111122223333", "eu-west-1"), (change.EventName, change.Account, change.Region));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 15, 30, TimeSpan.Zero), change.Time);
    }

    [Fact]
    public void A_description_and_the_rule_id_come_with_the_permission()
    {
        var permission = Read("ingress-items").Permissions[0];

        Assert.Equal(("sgr-00000000000000001", "ssh for now"), (permission.RuleId, permission.Description));
    }

    [Fact]
    public void A_group_named_by_name_keeps_its_name_beside_the_id_of_the_answer() =>
        Assert.Equal(new GroupName(Group, "web servers"), Read("ingress-group-name").Group);

    [Fact]
    public void A_block_is_spelled_as_ec2_wrote_it_and_a_callers_block_as_ec2_would_store_it()
    {
        Assert.Equal("100.68.0.0/18", Spelling(Read("ingress-flat-old-answer")));
        var odd = Events.With("ingress-items", e => e["detail"]!["responseElements"]!["securityGroupRuleSet"]!["items"]![1]!["cidrIpv6"] = "0::0/0");
        Assert.Equal("0::0/0", ((Peer.Block)((Change)ChangeReader.Read(odd)).Permissions[1].Peer).Spelling);
    }

    [Fact]
    public void A_peer_group_keeps_account_and_peering_only_where_they_are_needed()
    {
        var permissions = Read("ingress-group-peer-other-account").Permissions;

        Assert.Equal(new Peer.Group("sg-0fffffffffffffff1", "444455556666", "pcx-0123456789abcdef0"), permissions[0].Peer);
        Assert.Equal(new Peer.Group("sg-0fffffffffffffff2", null, null), permissions[1].Peer);
    }

    [Fact]
    public void A_peer_that_was_asked_for_twice_is_one_permission()
    {
        var change = Bent("egress-old-answer", "detail.requestParameters.ipPermissions.items.0.ipRanges.items", """[{"cidrIp":"0.0.0.0/0"},{"cidrIp":"0.0.0.0/0"}]""");

        Assert.Equal((1, null), (change.Permissions.Length, change.WholeGroupBecause));
    }

    [Theory]
    [InlineData("detail.responseElements.securityGroupRuleSet.items.0.colour", "\"blue\"")]
    [InlineData("detail.responseElements.news", "{\"number\":5}")]
    [InlineData("detail.responseElements.securityGroupRuleSet.items.0.tagSet", "{\"items\":[{\"key\":\"cidrIp\",\"value\":\"::/0\"}]}")]
    [InlineData("detail.requestParameters.news", "\"blue\"")]
    [InlineData("detail.requestParameters.cidrIp", "\"10.0.0.0/33\"")]
    [InlineData("detail.requestParameters.ipProtocol", "\"esp\"")]
    public void What_we_do_not_know_is_no_matter_when_the_answer_lists_as_much_as_was_asked_for(string path, string json)
    {
        var change = Bent("ingress-flat", path, json);

        Assert.Equal(("ingress tcp 22-22 0.0.0.0/0 #1", null), (Shown.Permissions(change.Permissions), change.WholeGroupBecause));
    }

    [Theory]
    [InlineData("detail.responseElements.securityGroupRuleSet.items.0.peers", "[\"::/0\"]", "`detail.responseElements.securityGroupRuleSet.items[0].peers` is not known, and may carry permissions")]
    [InlineData("detail.responseElements.securityGroupRuleSet.items.0.FromPort", "0", "`detail.responseElements.securityGroupRuleSet.items[0].FromPort` is there twice, in different capitals")]
    [InlineData("detail.responseElements.securityGroupRuleSet.items.0.fromPort", "[22]", "`detail.responseElements.securityGroupRuleSet.items[0].fromPort` is a list, expected a port number; `detail.responseElements.securityGroupRuleSet.items[0].fromPort` is not known, and may carry permissions")]
    [InlineData("detail.responseElements.securityGroupRuleSet.items.0.description", "{\"cidrIpv6\":\"::/0\"}", "`detail.responseElements.securityGroupRuleSet.items[0].description` is not known, and may carry permissions")]
    [InlineData("detail.responseElements.requestId", "[\"::/0\"]", "`detail.responseElements.requestId` is not known, and may carry permissions")]
    [InlineData("detail.requestParameters.ipPermissions", "[\"::/0\"]", "`detail.requestParameters.ipPermissions[0]` is `::/0`, expected a list")]
    [InlineData("detail.requestParameters.more", "{\"cidr\":7}", "`detail.requestParameters.more` is not known, and may carry permissions")]
    public void What_may_be_traffic_makes_the_whole_group_be_read_even_beside_a_full_answer(string path, string json, string because) =>
        Assert.Equal(because, Bent("ingress-flat", path, json).WholeGroupBecause);

    [Theory]
    [InlineData("userId", "true", "is `true`, expected an account")]
    [InlineData("vpcPeeringConnectionId", "7", "is `7`, expected a peering's id such as `pcx-0123456789abcdef0`")]
    public void An_answer_makes_up_for_what_could_not_be_read_only_when_it_names_the_same_peer(string field, string json, string because)
    {
        Change Answered(string peer) => Assert.IsType<Change>(ChangeReader.Read(Events.With("ingress-group-peer-other-account", root =>
        {
            root["detail"]!["requestParameters"]!["ipPermissions"]!["items"]![0]!["groups"]!["items"]![0]![field] = JsonNode.Parse(json);
            root["detail"]!["responseElements"]!["securityGroupRuleSet"]!["items"]![0]!["referencedGroupInfo"]!["groupId"] = peer;
        })));

        Assert.Null(Answered("sg-0fffffffffffffff1").WholeGroupBecause);
        Assert.Equal($"`{Request}.ipPermissions.items[0].groups.items[0].{field}` {because}", Answered("sg-0fffffffffffffff3").WholeGroupBecause);
    }

    [Fact]
    public void An_answer_that_lists_one_opening_twice_does_not_make_up_for_a_second_one()
    {
        var change = Assert.IsType<Change>(ChangeReader.Read(Events.With("ingress-group-peer-by-name", root =>
        {
            var (parameters, rules) = (root["detail"]!["requestParameters"]!, root["detail"]!["responseElements"]!["securityGroupRuleSet"]!["items"]!.AsArray());
            parameters["ipPermissions"]!["items"]![0]!["ipRanges"] = JsonNode.Parse("""{"items":[{"cidrIp":"203.0.113.0/24"}]}""");
            rules[0]!.AsObject().Remove("referencedGroupInfo");
            rules[0]!["cidrIpv4"] = "203.0.113.0/24";
            rules.Add(rules[0]!.DeepClone());
            rules[1]!["securityGroupRuleId"] = "sgr-00000000000000002";
        })));

        Assert.NotNull(change.WholeGroupBecause);
    }

    private static Change Bent(string name, string path, string json) => Assert.IsType<Change>(ChangeReader.Read(Events.With(name, root =>
    {
        var names = path.Split('.');
        var place = names[..^1].Aggregate(root, (node, step) => step is "0" ? node[0]! : node[step]!);
        place[names[^1]] = JsonNode.Parse(json);
    })));

    private static Change Read(string name) => Assert.IsType<Change>(ChangeReader.Read(Events.Bytes(name)));

    private static string Spelling(Change change) => ((Peer.Block)change.Permissions.Single().Peer).Spelling;
}

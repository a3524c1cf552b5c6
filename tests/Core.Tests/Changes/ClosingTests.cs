using Remediator.Changes;
using Remediator.Groups;

namespace Remediator.Core.Tests.Changes;

/// <summary>Every shape in which CloudTrail records a revoke, and what reading it gives: only what was surely closed.</summary>
public sealed class ClosingTests
{
    private const string Group = "sg-0a1b2c3d4e5f60718";
    private const string Request = "detail.requestParameters";
    private const string Answer = "detail.responseElements";
    private const string List = "pl-0123456789abcdef0";

    public static readonly TheoryData<string, string> Shapes = new()
    {
        { "revoke", $"{Group} closed [ingress tcp 22-22 0.0.0.0/0]" },
        { "revoke-all-unknown", "ignored, because EC2 knew nothing of what was to be revoked, and revoked nothing" },
        { "revoke-all-unknown-old-answer", "ignored, because EC2 knew nothing of what was to be revoked, and revoked nothing" },
        { "revoke-answer-lists-fewer", $"{Group} closed [ingress tcp 22-22 203.0.113.0/24 #1] whole group, because EC2's answer does not say what became of `ingress tcp/22 198.51.100.0/24`" },
        { "revoke-answer-lists-none", $"{Group} closed [] whole group, because EC2's answer does not say what became of `ingress tcp/22 203.0.113.0/24`" },
        { "revoke-answer-omitted", $"{Group} closed [] whole group, because `{Answer}` was omitted by CloudTrail as too large" },
        { "revoke-answer-permission-unreadable", $"{Group} closed [] whole group, because `{Answer}.revokedSecurityGroupRuleSet.items[0]` names no peer; `{Answer}.revokedSecurityGroupRuleSet.items[0].cidrIpv9` is not known, and may carry permissions" },
        { "revoke-answered", $"{Group} closed [ingress tcp 22-22 203.0.113.0/24 #1; ingress tcp 22-22 2001:db8::/32 #2]" },
        { "revoke-by-rule-id", $"{Group} closed [] whole group, because `{Request}.securityGroupRuleIds.items[0].securityGroupRuleId` names the rule `sgr-00000000000000001` by its id alone, and EC2's answer does not show it" },
        { "revoke-by-rule-id-answer-lists-fewer", $"{Group} closed [ingress udp 53-53 {List} #1] whole group, because `{Request}.securityGroupRuleIds[1]` names the rule `sgr-00000000000000002` by its id alone, and EC2's answer does not show it" },
        { "revoke-by-rule-id-answered", $"{Group} closed [ingress tcp 3306-3306 sg-0fffffffffffffff1 #1]" },
        { "revoke-egress-answered", $"{Group} closed [egress -1 - 0.0.0.0/0 #1; egress -1 - ::/0 #2]" },
        { "revoke-egress-default", $"{Group} closed [egress -1 - 0.0.0.0/0]" },
        { "revoke-flat", $"{Group} closed [ingress tcp 22-22 100.68.0.0/18]" },
        { "revoke-group-name", $"{Group} closed [ingress tcp 443-443 198.51.100.0/24 #1]" },
        { "revoke-not-found", "ignored, because the call failed with `Client.InvalidPermission.NotFound`" },
        { "revoke-peer-group-other-account", $"{Group} closed [ingress tcp 3306-3306 444455556666/sg-0fffffffffffffff1 #1]" },
        { "revoke-request-omitted", $"{Group} closed [ingress tcp 22-22 203.0.113.0/24 #1]" },
        { "revoke-return-false", "ignored, because EC2 answered that the call did nothing" },
        { "revoke-some-unknown", $"{Group} closed [ingress tcp 22-22 203.0.113.0/24 #1]" },
        { "revoke-some-unknown-old-answer", $"{Group} closed [ingress tcp 22-22 203.0.113.0/24]" },
        { "revoke-unknown-field", $"{Group} closed [] whole group, because `{Request}.cidrIpv7` is not known, and may carry permissions" },
        { "revoke-unknown-is-another", $"{Group} closed [] whole group, because EC2 did not know `ingress tcp/22 198.51.100.0/24`, which is not what was asked for" },
        { "revoke-unknown-unreadable", $"{Group} closed [] whole group, because `{Answer}.unknownIpPermissionSet.items[0].fromPort` is missing, expected a port, since the protocol is `tcp`" },
        { "revoke-wrapper", $"{Group} closed [egress udp 53-53 203.0.113.0/24; egress udp 53-53 198.51.100.0/24]" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_event_of_each_shape_is_read(string name, string expected) =>
        Assert.Equal(expected, Shown.Reading(ChangeReader.Read(Events.Bytes(name))));

    [Fact]
    public void A_revoke_opens_nothing_and_says_so()
    {
        var change = Read("revoke-answered");

        Assert.Equal((ChangeKind.Closed, 0, true), (change.Kind, change.Permissions.Length, change.DirectionKnown));
        Assert.Equal("office", change.Closed[0].Description);
    }

    [Fact]
    public void A_group_of_another_account_keeps_what_is_needed_to_put_it_back_although_the_answer_leaves_it_out() =>
        Assert.Equal("pcx-0123456789abcdef0", Assert.IsType<Peer.Group>(Read("revoke-peer-group-other-account").Closed.Single().Peer).PeeringId);

    [Fact]
    public void An_id_that_cannot_be_read_beside_one_that_the_answer_shows_makes_the_whole_group_be_read()
    {
        var change = Assert.IsType<Change>(ChangeReader.Read(Events.With("revoke-by-rule-id-answered", e =>
            e["detail"]!["requestParameters"]!["securityGroupRuleIds"]!["items"]!.AsArray().Add(7))));

        Assert.Equal("`detail.requestParameters.securityGroupRuleIds.items[1]` is `7`, expected an id", change.WholeGroupBecause);
    }

    private static Change Read(string name) => Assert.IsType<Change>(ChangeReader.Read(Events.Bytes(name)));
}

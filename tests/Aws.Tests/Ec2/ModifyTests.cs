using System.Net;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class ModifyTests
{
    private const string Taken = "ModifySecurityGroupRules:<return>true</return>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Permission, string[]> Contents => new()
    {
        { Ec2Account.Ingress("6", 0, 21, "203.0.113.7/24") with { Description = "office" }, ["CidrIpv4=203.0.113.7/24", "Description=office", "FromPort=0", "IpProtocol=tcp", "ToPort=21"] },
        { Ec2Account.Ingress("tcp", 22, 22, "2001:db8::/32"), ["CidrIpv6=2001:db8::/32", "FromPort=22", "IpProtocol=tcp", "ToPort=22"] },
        { Ec2Account.Of(Direction.Egress, "-1", -1, -1, new Peer.PrefixList("pl-1")) with { Description = "" }, ["IpProtocol=-1", "PrefixListId=pl-1"] },
        { Ec2Account.Of(Direction.Ingress, "icmp", 8, -1, new Peer.Group("sg-0b", Ec2Account.Other, "pcx-1")), ["FromPort=8", "IpProtocol=icmp", "ReferencedGroupId=sg-0b", "ToPort=-1"] },
    };

    [Theory]
    [MemberData(nameof(Contents), DisableDiscoveryEnumeration = true)]
    public async Task The_whole_new_content_is_sent_under_the_rules_id(Permission to, string[] content)
    {
        var account = Ec2Account.Answering(Taken);
        Assert.Equal(new ModifyAnswer.Taken(Ec2Account.RequestId), await Modify(account, to));
        Assert.Equal(
            ["Action=ModifySecurityGroupRules", "GroupId=sg-0a", .. content.Select(c => "SecurityGroupRule.1.SecurityGroupRule." + c), "SecurityGroupRule.1.SecurityGroupRuleId=sgr-1"],
            Assert.Single(account.Sent));
    }

    [Theory]
    [InlineData("InvalidSecurityGroupRuleId.NotFound")]
    [InlineData("InvalidGroup.NotFound")]
    [InlineData("InvalidGroupId.NotFound")]
    public async Task A_rule_or_group_that_is_gone_is_not_found(string code) =>
        Assert.Equal(new ModifyAnswer.NotFound(Ec2Errors.RequestId), await Modify(Ec2Account.Refusing(HttpStatusCode.BadRequest, code, "no")));

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "InvalidPermission.Duplicate", false, false)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidParameterValue", false, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true, false)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true, true)]
    public async Task Anything_else_is_refused(HttpStatusCode status, string code, bool retryable, bool perhapsTaken) =>
        Assert.Equal(new ModifyAnswer.Refused(Ec2Errors.RequestId, $"{code}: no", retryable, perhapsTaken), await Modify(Ec2Account.Refusing(status, code, "no")));

    [Theory]
    [InlineData("")]
    [InlineData("<return>false</return>")]
    public async Task An_answer_that_is_not_true_is_refused_and_perhaps_taken(string inner) => Assert.Equal(
        new ModifyAnswer.Refused(Ec2Account.RequestId, "EC2 answered without `return` being true, which it documents for success", false, PerhapsTaken: true),
        await Modify(Ec2Account.Answering("ModifySecurityGroupRules:" + inner)));

    private static Task<ModifyAnswer> Modify(Ec2Account account, Permission? to = null) =>
        account.Edits.Modify(Ec2Account.Group, "sgr-1", to ?? Ec2Account.Ingress("tcp", 22, 22, "203.0.113.0/24"), Cancel);
}

using System.Net;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class RevokeOwnTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Direction.Ingress, "RevokeSecurityGroupIngress")]
    [InlineData(Direction.Egress, "RevokeSecurityGroupEgress")]
    public async Task Rules_are_revoked_by_their_ids_and_nothing_else(Direction direction, string operation)
    {
        var account = Ec2Account.Answering(operation + ":<return>true</return><revokedSecurityGroupRuleSet><item><securityGroupRuleId>sgr-1</securityGroupRuleId><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><cidrIpv4>203.0.113.0/24</cidrIpv4></item></revokedSecurityGroupRuleSet>");
        var taken = Assert.IsType<RevokeAnswer.Taken>(await account.Edits.RevokeOwn(Ec2Account.Group, direction, ["sgr-1", "sgr-2"], Cancel));
        Assert.Equal([$"Action={operation}", "GroupId=sg-0a", "SecurityGroupRuleId.1=sgr-1", "SecurityGroupRuleId.2=sgr-2"], Assert.Single(account.Sent));
        Assert.True(taken.Returned);
        var revoked = Assert.Single(taken.Revoked);
        Assert.Equal(("sgr-1", direction), (revoked.RuleId, revoked.Direction));
    }

    [Theory]
    [InlineData("InvalidSecurityGroupRuleId.NotFound", typeof(RevokeAnswer.PermissionNotFound))]
    [InlineData("InvalidPermission.NotFound", typeof(RevokeAnswer.PermissionNotFound))]
    [InlineData("InvalidGroup.NotFound", typeof(RevokeAnswer.GroupNotFound))]
    public async Task What_is_not_there_is_told_apart_by_its_code(string code, Type expected)
    {
        var answer = await Refused(HttpStatusCode.BadRequest, code);
        Assert.IsType(expected, answer);
        Assert.Equal(Ec2Errors.RequestId, answer.RequestId);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "InvalidSecurityGroupRuleId.Malformed", false, false, true)]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false, false, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true, false, false)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true, true, false)]
    public async Task Anything_else_is_refused(HttpStatusCode status, string code, bool retryable, bool perhapsTaken, bool aboutContent) =>
        Assert.Equal(new RevokeAnswer.Refused(Ec2Errors.RequestId, $"{code}: no", retryable, perhapsTaken, aboutContent), await Refused(status, code));

    private static Task<RevokeAnswer> Refused(HttpStatusCode status, string code) => Ec2Account.Refusing(status, code, "no").Edits.RevokeOwn(Ec2Account.Group, Direction.Ingress, ["sgr-1"], Cancel);
}

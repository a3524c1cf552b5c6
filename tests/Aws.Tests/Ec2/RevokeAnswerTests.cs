using System.Net;
using Remediator.Aws.Ec2;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class RevokeAnswerTests
{
    private const string Html = "<!DOCTYPE html><html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>";

    private static readonly Permission Ssh = Ec2Account.Ingress("tcp", 22, 22, "0.0.0.0/0");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_EC2_lists_as_revoked_is_read_with_its_rule_ids()
    {
        var taken = await Taken("""
            <return>true</return><revokedSecurityGroupRuleSet>
            <item><securityGroupRuleId>sgr-1</securityGroupRuleId><groupId>sg-0a</groupId><isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><cidrIpv4>0.0.0.0/0</cidrIpv4><description>x</description></item>
            <item><securityGroupRuleId>sgr-2</securityGroupRuleId><groupId>sg-0a</groupId><isEgress>false</isEgress><ipProtocol>-1</ipProtocol><fromPort>-1</fromPort><toPort>-1</toPort><cidrIpv6>::/0</cidrIpv6></item>
            <item><securityGroupRuleId>sgr-3</securityGroupRuleId><groupId>sg-0a</groupId><isEgress>false</isEgress><ipProtocol>50</ipProtocol><fromPort>-1</fromPort><toPort>-1</toPort><prefixListId>pl-1</prefixListId></item>
            <item><securityGroupRuleId>sgr-4</securityGroupRuleId><groupId>sg-0a</groupId><isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>80</fromPort><toPort>81</toPort><referencedGroupId>sg-0b</referencedGroupId></item>
            </revokedSecurityGroupRuleSet>
            """);
        Assert.True(taken.Returned);
        Assert.Equal(Ec2Account.RequestId, taken.RequestId);
        Assert.Empty(taken.Unknown);
        Assert.Equal(
            [Ssh, Ec2Account.Ingress("-1", null, null, "::/0"), Ec2Account.Of(Direction.Ingress, "50", null, null, new Peer.PrefixList("pl-1")), Ec2Account.Of(Direction.Ingress, "tcp", 80, 81, new Peer.Group("sg-0b", null, null))],
            taken.Revoked);
        Assert.Equal(["sgr-1", "sgr-2", "sgr-3", "sgr-4"], taken.Revoked.Select(p => p.RuleId));
    }

    [Fact]
    public async Task What_EC2_did_not_find_is_read_one_permission_for_each_peer_though_return_is_true()
    {
        var taken = await Taken("""
            <return>true</return><unknownIpPermissionSet>
            <item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><groups><item><userId>444455556666</userId><groupId>sg-0b</groupId></item></groups>
              <ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item><item><cidrIp>203.0.113.0/24</cidrIp></item></ipRanges>
              <ipv6Ranges><item><cidrIpv6>::/0</cidrIpv6></item></ipv6Ranges><prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds></item>
            <item><ipProtocol>-1</ipProtocol><groups/><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges><ipv6Ranges/><prefixListIds/></item>
            </unknownIpPermissionSet>
            """);
        Assert.True(taken.Returned);
        Assert.Empty(taken.Revoked);
        Assert.Equal(
            ["ingress tcp/22 0.0.0.0/0", "ingress tcp/22 203.0.113.0/24", "ingress tcp/22 ::/0", "ingress tcp/22 pl-1", "ingress tcp/22 sg-0b", Ec2Account.Ingress("-1", null, null, "0.0.0.0/0").Content],
            taken.Unknown.Select(p => p.Content));
    }

    [Theory]
    [InlineData("<return>true</return>", true)]
    [InlineData("<return>true</return><unknownIpPermissionSet/><revokedSecurityGroupRuleSet/>", true)]
    [InlineData("<return>false</return>", false)]
    [InlineData("", false)]
    public async Task An_answer_that_lists_nothing_proves_nothing(string inner, bool returned)
    {
        var taken = await Taken(inner);
        Assert.Equal(returned, taken.Returned);
        Assert.Empty(taken.Revoked);
        Assert.Empty(taken.Unknown);
    }

    [Theory]
    [InlineData("<securityGroupRuleId>sgr-1</securityGroupRuleId><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>")]
    [InlineData("<securityGroupRuleId>sgr-1</securityGroupRuleId><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><cidrIpv4>everywhere</cidrIpv4>")]
    [InlineData("<securityGroupRuleId>sgr-1</securityGroupRuleId><ipProtocol>carrier-pigeon</ipProtocol><cidrIpv4>0.0.0.0/0</cidrIpv4>")]
    [InlineData("<securityGroupRuleId>sgr-1</securityGroupRuleId><cidrIpv4>0.0.0.0/0</cidrIpv4>")]
    public async Task A_listed_rule_that_is_no_permission_proves_nothing(string rule) =>
        Assert.Empty((await Taken($"<return>true</return><revokedSecurityGroupRuleSet><item>{rule}</item></revokedSecurityGroupRuleSet>")).Revoked);

    [Theory]
    [InlineData("InvalidPermission.NotFound", typeof(RevokeAnswer.PermissionNotFound))]
    [InlineData("InvalidGroup.NotFound", typeof(RevokeAnswer.GroupNotFound))]
    [InlineData("InvalidGroupId.NotFound", typeof(RevokeAnswer.GroupNotFound))]
    [InlineData("InvalidSecurityGroupID.NotFound", typeof(RevokeAnswer.GroupNotFound))]
    public async Task What_is_not_there_is_told_apart_by_its_code(string code, Type expected)
    {
        var answer = await Refused(HttpStatusCode.BadRequest, code, "The specified rule does not exist in this security group.");
        Assert.IsType(expected, answer);
        Assert.Equal(Ec2Errors.RequestId, answer.RequestId);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false, false, false)]
    [InlineData(HttpStatusCode.Unauthorized, "AuthFailure", false, false, false)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidParameterValue", false, false, true)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidGroupId.Malformed", false, false, true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true, false, false)]
    [InlineData(HttpStatusCode.BadRequest, "RequestLimitExceeded", true, false, false)]
    [InlineData(HttpStatusCode.BadRequest, "Throttling", true, false, false)]
    [InlineData(HttpStatusCode.TooManyRequests, "SomethingNew", true, false, false)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true, true, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "Unavailable", true, true, false)]
    public async Task Anything_else_is_refused_with_code_and_message_and_whether_it_is_worth_another_try(HttpStatusCode status, string code, bool retryable, bool perhapsTaken, bool aboutContent)
    {
        var answer = await Refused(status, code, "no\u202e such\nluck");
        Assert.Equal(new RevokeAnswer.Refused(Ec2Errors.RequestId, $"{code}: no\\u202e such\\u000aluck", retryable, perhapsTaken, aboutContent), answer);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(200)]
    public async Task An_HTML_page_instead_of_an_answer_is_refused_as_retryable_and_says_what_came(int status)
    {
        var service = ScriptedService.Answering(ScriptedService.Answer((HttpStatusCode)status, Html, "text/html"));
        var refused = Assert.IsType<RevokeAnswer.Refused>(await Revoke(new Ec2Account(service)));
        Assert.True(refused is { Retryable: true, PerhapsTaken: true });
        Assert.StartsWith("the answer to `RevokeSecurityGroupIngress` cannot be read: expected ", refused.Problem, StringComparison.Ordinal);
        Assert.Contains($"got HTTP {status} with `<!DOCTYPE html>", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_cannot_be_reached_is_refused_as_retryable()
    {
        var service = new ScriptedService((_, _, _) => throw new HttpRequestException("connection refused"));
        Assert.True(await Revoke(new Ec2Account(service)) is RevokeAnswer.Refused { Retryable: true, PerhapsTaken: true });
    }

    [Fact]
    public async Task A_call_that_is_never_answered_is_given_up_and_refused_as_retryable()
    {
        var groups = new Ec2SecurityGroups(new Ec2Clients(_ => throw new InvalidOperationException("nothing is read"), _ => TestClient.Of(NeverAnswering(), configure: config => config.Timeout = TimeSpan.FromMilliseconds(50))));
        var answer = await groups.Revoke(new(Ec2Account.Group, Direction.Ingress, [Ssh]), Cancel);
        Assert.True(answer is RevokeAnswer.Refused { Retryable: true, PerhapsTaken: true });
    }

    [Fact]
    public async Task Our_own_cancellation_is_no_answer_of_EC2()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var account = new Ec2Account(new ScriptedService(async (_, _, cancellation) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("the cancellation did not reach the wire");
        }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => account.Groups.Revoke(new(Ec2Account.Group, Direction.Ingress, [Ssh]), cancel.Token));
    }

    [Fact]
    public async Task There_is_one_client_for_each_region_made_at_its_first_call()
    {
        var regions = new List<string>();
        var service = ScriptedService.Answering(Ec2Account.Document("RevokeSecurityGroupIngress:<return>true</return>"));
        var groups = new Ec2SecurityGroups(new Ec2Clients(_ => throw new InvalidOperationException("nothing is read"), region =>
        {
            regions.Add(region);
            return TestClient.Of(service, configure: config => config.RegionEndpoint = global::Amazon.RegionEndpoint.GetBySystemName(region));
        }));
        foreach (var region in new[] { "eu-west-1", "us-east-1", "eu-west-1" }) await groups.Revoke(new(Ec2Account.Group with { Region = region }, Direction.Ingress, [Ssh]), Cancel);
        Assert.Equal(["eu-west-1", "us-east-1"], regions);
        Assert.Equal(["ec2.eu-west-1.amazonaws.com", "ec2.us-east-1.amazonaws.com", "ec2.eu-west-1.amazonaws.com"], service.Requests.Select(r => r.Uri.Host));
    }

    private static ScriptedService NeverAnswering() => new(async (_, _, cancellation) =>
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        throw new InvalidOperationException("the call should have been given up");
    });

    private static async Task<RevokeAnswer.Taken> Taken(string inner) =>
        Assert.IsType<RevokeAnswer.Taken>(await Revoke(Ec2Account.Answering("RevokeSecurityGroupIngress:" + inner)));

    private static Task<RevokeAnswer> Refused(HttpStatusCode status, string code, string message) => Revoke(Ec2Account.Refusing(status, code, message));

    private static Task<RevokeAnswer> Revoke(Ec2Account account) => account.Groups.Revoke(new(Ec2Account.Group, Direction.Ingress, [Ssh]), Cancel);
}

using System.Text;
using System.Text.Json;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>The published function, enforcing, against EC2 answers as AWS documents them.</summary>
public sealed class PublishedOnTheWireTests
{
    private const string Revoke = "RevokeSecurityGroupIngress";

    private const string Revoked = """
        <RevokeSecurityGroupIngressResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r-1</requestId><return>true</return><revokedSecurityGroupRuleSet><item>
        <securityGroupRuleId>sgr-1</securityGroupRuleId><groupId>sg-0a</groupId><isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><cidrIpv4>0.0.0.0/0</cidrIpv4>
        </item></revokedSecurityGroupRuleSet></RevokeSecurityGroupIngressResponse>
        """;

    private static readonly (string, int, string) NoRules = ("DescribeSecurityGroupRules", 200, "<DescribeSecurityGroupRulesResponse><securityGroupRuleSet/></DescribeSecurityGroupRulesResponse>");

    private static readonly (string, int, string) OneGroup = ("DescribeSecurityGroups", 200, "<DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-0a</groupId></item></securityGroupInfo></DescribeSecurityGroupsResponse>");

    private static readonly (string, int, string) NoInterfaces = ("DescribeNetworkInterfaces", 200, "<DescribeNetworkInterfacesResponse><networkInterfaceSet/></DescribeNetworkInterfacesResponse>");

    [Fact]
    public async Task Revoke_is_the_first_call_and_its_own_answer_is_proof_enough()
    {
        var (line, asked) = await Handled((Revoke, 200, Revoked), NoInterfaces);
        Assert.Equal([Revoke, "DescribeNetworkInterfaces"], asked);
        Assert.Equal("Revoked", Permission(line).GetProperty("outcome").GetString());
        Assert.Equal("r-1", Assert.Single(line.GetProperty("calls").EnumerateArray()).GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task A_revoke_whose_answer_was_lost_is_repeated_by_us_and_counts_as_our_own_work()
    {
        var notFound = "<Response><Errors><Error><Code>InvalidPermission.NotFound</Code><Message>The specified rule does not exist in this security group.</Message></Error></Errors><RequestID>r-2</RequestID></Response>";
        var (line, asked) = await Handled((Revoke, 502, "<html><body>Bad Gateway</body></html>"), (Revoke, 400, notFound), NoRules, OneGroup, NoInterfaces);
        Assert.Equal([Revoke, Revoke, "DescribeSecurityGroupRules", "DescribeSecurityGroups", "DescribeNetworkInterfaces"], asked);
        Assert.Equal(("Revoked", "revoked by an earlier call whose answer was lost"), (Permission(line).GetProperty("outcome").GetString(), Permission(line).GetProperty("detail").GetString()));
        Assert.Equal(2, line.GetProperty("calls").GetArrayLength());
    }

    private static JsonElement Permission(JsonElement line) => Assert.Single(line.GetProperty("permissions").EnumerateArray());

    private static async Task<(JsonElement Line, IEnumerable<string> Asked)> Handled(params (string, int, string)[] script)
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        await using var ec2 = await new ScriptedEc2(script).Start();
        await using var function = await Runtime.Start([.. TestFunction.Enforcing(policy.Path), ("REMEDIATOR_SECURITY_HUB", "off"), ("AWS_ENDPOINT_URL", ec2.Address)]);
        var attempt = await function.Invoke(Encoding.UTF8.GetString(TrailEvents.Authorize(DateTimeOffset.UtcNow, "0.0.0.0/0")));
        Assert.True(attempt.Succeeded, attempt.Answer);
        var line = await function.Line("\"judged\"");
        return (OneLine.Of(line[line.IndexOf('{', StringComparison.Ordinal)..]), [.. ec2.Asked]);
    }
}

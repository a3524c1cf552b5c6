using Amazon.EC2.Model;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>Somebody opens ports with an ordinary client; the published function, in a process of its own, closes what the policy forbids.</summary>
public sealed class OpenedByHandTests(Town town) : Story(town), IClassFixture<Town>
{
    private const string Internet = "0.0.0.0/0";

    [Fact]
    public async Task A_forbidden_rule_is_gone_and_Revoke_was_the_first_call()
    {
        var group = await Town.Group();
        var handled = await Town.Open(group, Tcp(22, Internet));

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Empty(await Town.Rules(group));
        Assert.Equal("ec2:RevokeSecurityGroupIngress", handled.Calls[0]);
    }

    [Fact]
    public async Task An_allowed_rule_stays_and_costs_no_call()
    {
        var group = await Town.Group();
        var handled = await Town.Open(group, Tcp(443, Internet), Tcp(22, "203.0.113.0/24"));

        Assert.Equal(["tcp/22-22 203.0.113.0/24", "tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
        Assert.Empty(handled.Calls);
    }

    [Fact]
    public async Task Of_one_forbidden_and_two_allowed_only_the_forbidden_one_goes()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(80, Internet), Tcp(3389, Internet), Tcp(22, "203.0.113.7/32"));
        Assert.Equal(["tcp/22-22 203.0.113.7/32", "tcp/80-80 0.0.0.0/0"], await Town.Rules(group));
    }

    [Fact]
    public async Task An_older_legitimate_rule_is_never_touched()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(22, "198.51.100.7/32"), Tcp(443, Internet));
        await Town.Open(group, Tcp(22, Internet));
        Assert.Equal(["tcp/22-22 198.51.100.7/32", "tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
    }

    [Fact]
    public async Task What_Modify_turned_into_a_forbidden_permission_is_revoked()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(443, Internet), Tcp(8443, Internet));
        var update = new SecurityGroupRuleUpdate
        {
            SecurityGroupRuleId = await Town.RuleId(group, 8443),
            SecurityGroupRule = new() { IpProtocol = "tcp", FromPort = 22, ToPort = 22, CidrIpv4 = Internet },
        };
        await Town.Watch(() => Town.Bob.ModifySecurityGroupRulesAsync(new() { GroupId = group, SecurityGroupRules = [update] }));
        Assert.Equal(["tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
    }

    [Theory]
    [InlineData("tcp", 0, 65535, Internet)]
    [InlineData("tcp", 20, 25, Internet)]
    [InlineData("6", 22, 22, Internet)]
    [InlineData("-1", null, null, Internet)]
    [InlineData("tcp", 22, 22, "128.0.0.0/1")]
    [InlineData("tcp", 22, 22, "8.8.8.8/32")]
    [InlineData("tcp", 22, 22, "::/0")]
    [InlineData("tcp", 22, 22, "2000::/3")]
    public async Task However_it_is_written_what_contains_a_forbidden_part_goes(string protocol, int? from, int? to, string peer)
    {
        var group = await Town.Group();
        await Town.Open(group, Permission(protocol, from, to, peer));
        Assert.Empty(await Town.Rules(group));
    }

    [Theory]
    [InlineData("tcp", 22, 22, "10.0.0.0/8")]
    [InlineData("tcp", 22, 22, "fc00::/7")]
    [InlineData("udp", 22, 22, Internet)]
    [InlineData("tcp", 23, 3305, Internet)]
    [InlineData("icmp", 8, -1, Internet)]
    public async Task However_close_it_comes_what_contains_no_forbidden_part_stays(string protocol, int? from, int? to, string peer)
    {
        var group = await Town.Group();
        var handled = await Town.Open(group, Permission(protocol, from, to, peer));
        Assert.Single(await Town.Rules(group));
        Assert.Empty(handled.Calls);
    }

    [Fact]
    public async Task A_reference_to_another_group_is_left_alone()
    {
        var (group, bastion) = (await Town.Group(), await Town.Group());
        await Town.Open(group, new IpPermission { IpProtocol = "tcp", FromPort = 22, ToPort = 22, UserIdGroupPairs = [new() { GroupId = bastion }] });
        Assert.Single(await Town.Rules(group));
    }

    [Fact]
    public async Task Both_halves_of_the_internet_in_one_call_go()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(22, "0.0.0.0/1"), Tcp(22, "128.0.0.0/1"), Tcp(443, Internet));
        Assert.Equal(["tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
    }

    [Fact]
    public async Task A_rule_that_only_notifies_changes_nothing_and_is_told()
    {
        var group = await Town.Group();
        var handled = await Town.Open(group, Tcp(8080, Internet));
        Assert.Equal(["tcp/8080-8080 0.0.0.0/0"], await Town.Rules(group));
        Assert.Contains("sns:Publish", handled.Calls);
        Assert.DoesNotContain(handled.Calls, c => c.StartsWith("ec2:Revoke", StringComparison.Ordinal));
    }
}

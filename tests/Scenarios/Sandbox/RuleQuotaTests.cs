using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

/// <summary>60 rules for each direction, and for each address family by itself.</summary>
[Collection<ProxyCollection>]
public sealed class RuleQuotaTests(ProxyFixture aws)
{
    private const string Full = "RulesPerSecurityGroupLimitExceeded";

    [Fact]
    public async Task Each_family_and_each_direction_has_sixty_and_the_next_one_is_refused()
    {
        var group = await aws.GroupAsync();
        await OpenAsync(group, Four(1, 60) + "&" + Six(1, 60));
        Assert.Equal(120, (await aws.RulesAsync(group)).Length);
        foreach (var peer in new[] { Four(61, 1), Six(61, 1), $"IpPermissions.1.Groups.1.GroupId={group}" })
            Assert.Contains(Full, (await RefusedAsync(group, peer)).Message, StringComparison.Ordinal);

        // Every group starts with one rule for egress.
        await OpenAsync(group, Four(1, 59), "Egress");
        Assert.Contains(Full, (await RefusedAsync(group, Four(60, 1), "Egress")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_passes_the_quota_half_way_makes_nothing()
    {
        var group = await aws.GroupAsync();
        await OpenAsync(group, Four(1, 59));
        await RefusedAsync(group, Four(60, 2));
        Assert.Equal(59, (await aws.RulesAsync(group)).Length);
    }

    [Fact]
    public async Task A_prefix_list_counts_with_the_entries_it_may_have_in_its_own_family()
    {
        var (group, list) = (await aws.GroupAsync(), await ListAsync("IPv4", 50));
        await OpenAsync(group, $"IpPermissions.1.PrefixListIds.1.PrefixListId={list}&{Four(1, 10)}&{Six(1, 60)}");
        Assert.Contains(Full, (await RefusedAsync(group, Four(11, 1))).Message, StringComparison.Ordinal);

        var (another, six) = (await aws.GroupAsync(), await ListAsync("IPv6", 61));
        Assert.Contains(Full, (await RefusedAsync(another, $"IpPermissions.1.PrefixListIds.1.PrefixListId={six}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_AWS_counts_with_its_weight()
    {
        var group = await aws.GroupAsync();
        var rows = await aws.CallAsync("DescribeManagedPrefixLists", "Filter.1.Name=prefix-list-name&Filter.1.Value.1=com.amazonaws.global.cloudfront.origin-facing");
        var cloudfront = rows.Descendants("prefixListId").Single().Value;
        await OpenAsync(group, $"IpPermissions.1.PrefixListIds.1.PrefixListId={cloudfront}&{Four(1, 5)}");
        Assert.Contains(Full, (await RefusedAsync(group, Four(6, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_modification_may_fill_the_group_but_not_more_than_that()
    {
        var (group, small, large) = (await aws.GroupAsync(), await ListAsync("IPv4", 1), await ListAsync("IPv4", 2));
        await OpenAsync(group, $"IpPermissions.1.PrefixListIds.1.PrefixListId={small}&{Four(1, 59)}");
        var id = (await aws.CallAsync("DescribeSecurityGroupRules", $"Filter.1.Name=group-id&Filter.1.Value.1={group}")).Descendants("item").Single(row => row.Element("prefixListId") is not null).Element("securityGroupRuleId")!.Value;
        string Update(string list, int port) => $"GroupId={group}&SecurityGroupRule.1.SecurityGroupRuleId={id}&SecurityGroupRule.1.SecurityGroupRule.IpProtocol=tcp&SecurityGroupRule.1.SecurityGroupRule.FromPort={port}&SecurityGroupRule.1.SecurityGroupRule.ToPort={port}&SecurityGroupRule.1.SecurityGroupRule.PrefixListId={list}";
        await aws.CallAsync("ModifySecurityGroupRules", Update(small, 443));
        var problem = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("ModifySecurityGroupRules", Update(large, 443)));
        Assert.Contains(Full, problem.Message, StringComparison.Ordinal);
    }

    private async Task OpenAsync(string group, string peers, string direction = "Ingress") =>
        await aws.CallAsync($"AuthorizeSecurityGroup{direction}", $"GroupId={group}&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22&{peers}");

    private Task<SandboxException> RefusedAsync(string group, string peers, string direction = "Ingress") =>
        Assert.ThrowsAsync<SandboxException>(() => OpenAsync(group, peers, direction));

    private async Task<string> ListAsync(string family, int most) =>
        (await aws.CallAsync("CreateManagedPrefixList", $"PrefixListName=list-{Guid.NewGuid():N}&MaxEntries={most}&AddressFamily={family}")).Descendants("prefixListId").First().Value;

    private static string Four(int first, int count) => string.Join('&', Enumerable.Range(first, count).Select(n => $"IpPermissions.1.IpRanges.{n}.CidrIp=203.0.113.{n}/32"));

    private static string Six(int first, int count) => string.Join('&', Enumerable.Range(first, count).Select(n => $"IpPermissions.1.Ipv6Ranges.{n}.CidrIpv6=2001:db8::{n}/128"));
}

using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

[Collection<ProxyCollection>]
public sealed class ModifyAnswersTests(ProxyFixture aws)
{
    private const string Ssh = "IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22";

    [Fact]
    public async Task Every_kind_of_peer_is_modified_in_place_and_keeps_id_and_tags()
    {
        var (group, one, other) = (await aws.GroupAsync(), await aws.GroupAsync(), await aws.GroupAsync());
        var (list, longer) = (await ListAsync(2), await ListAsync(3));
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}&IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/24&IpPermissions.1.Ipv6Ranges.1.CidrIpv6=2001:db8::/32"
            + $"&IpPermissions.1.PrefixListIds.1.PrefixListId={list}&IpPermissions.1.Groups.1.GroupId={one}&TagSpecification.1.ResourceType=security-group-rule&TagSpecification.1.Tag.1.Key=Owner&TagSpecification.1.Tag.1.Value=me");
        var ids = await IdsAsync(group);

        await aws.CallAsync("ModifySecurityGroupRules", $"GroupId={group}&{Update(1, ids["203.0.113.0/24"], "CidrIpv4=198.51.100.9/24")}&{Update(2, ids["2001:db8::/32"], "CidrIpv6=2001:db8:1::/48")}"
            + $"&{Update(3, ids[list], $"PrefixListId={longer}")}&{Update(4, ids[one], $"ReferencedGroupId={other}")}");

        Assert.Equal(new[] { "tcp/443-443 198.51.100.0/24", "tcp/443-443 2001:db8:1::/48", $"tcp/443-443 {longer}", $"tcp/443-443 {other}" }.Order(StringComparer.Ordinal), await aws.RulesAsync(group));
        var after = await IdsAsync(group);
        Assert.Equal([ids["203.0.113.0/24"], ids["2001:db8::/32"], ids[list], ids[one]], [after["198.51.100.0/24"], after["2001:db8:1::/48"], after[longer], after[other]]);
        Assert.Equal(4, (await aws.CallAsync("DescribeSecurityGroupRules", $"Filter.1.Name=tag:Owner&Filter.1.Value.1=me&Filter.2.Name=group-id&Filter.2.Value.1={group}")).Descendants("securityGroupRuleId").Count());
    }

    [Fact]
    public async Task A_description_is_what_the_call_says_and_gone_when_it_says_none()
    {
        var (group, id) = await OpenAsync("IpRanges.1.CidrIp=203.0.113.0/24&IpPermissions.1.IpRanges.1.Description=old");
        await aws.CallAsync("ModifySecurityGroupRules", $"GroupId={group}&{Update(1, id, "CidrIpv4=203.0.113.0/24")}&SecurityGroupRule.1.SecurityGroupRule.Description=new");
        Assert.Equal("new", await DescriptionAsync(id));
        await aws.CallAsync("ModifySecurityGroupRules", $"GroupId={group}&{Update(1, id, "CidrIpv4=203.0.113.0/24")}");
        Assert.Null(await DescriptionAsync(id));
        await aws.CallAsync("UpdateSecurityGroupRuleDescriptionsIngress", $"GroupId={group}&SecurityGroupRuleDescription.1.SecurityGroupRuleId={id}&SecurityGroupRuleDescription.1.Description=by id");
        Assert.Equal("by id", await DescriptionAsync(id));
        await aws.CallAsync("UpdateSecurityGroupRuleDescriptionsIngress", $"GroupId={group}&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=443&IpPermissions.1.ToPort=443&IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/24&IpPermissions.1.IpRanges.1.Description=by content");
        Assert.Equal("by content", await DescriptionAsync(id));
    }

    [Theory]
    [InlineData("CidrIpv6=::/0", "InvalidParameterValue")]
    [InlineData("PrefixListId=pl-0123456789abcdef0", "InvalidParameterValue")]
    [InlineData("CidrIpv4=everywhere/0", "InvalidParameterValue")]
    [InlineData("CidrIpv4=0.0.0.0/0&SecurityGroupRule.1.SecurityGroupRule.CidrIpv6=::/0", "InvalidParameterCombination")]
    [InlineData("Description=nothing else", "MissingParameter")]
    public async Task A_modification_that_EC2_does_not_take_changes_nothing(string content, string why)
    {
        var (group, id) = await OpenAsync("IpRanges.1.CidrIp=203.0.113.0/24");
        var problem = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("ModifySecurityGroupRules", $"GroupId={group}&{Update(1, id, content)}"));
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
        Assert.Equal(["tcp/22-22 203.0.113.0/24"], await aws.RulesAsync(group));
    }

    [Fact]
    public async Task One_unknown_id_or_one_duplicate_refuses_the_whole_call()
    {
        var (group, id) = await OpenAsync("IpRanges.1.CidrIp=203.0.113.0/24&IpPermissions.2.IpProtocol=tcp&IpPermissions.2.FromPort=443&IpPermissions.2.ToPort=443&IpPermissions.2.IpRanges.1.CidrIp=0.0.0.0/0");
        var unknown = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("ModifySecurityGroupRules", $"GroupId={group}&{Update(1, id, "CidrIpv4=198.51.100.0/24")}&{Update(2, "sgr-0123456789abcdef0", "CidrIpv4=198.51.100.0/24")}"));
        Assert.Contains("InvalidSecurityGroupRuleId.NotFound", unknown.Message, StringComparison.Ordinal);
        var duplicate = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("ModifySecurityGroupRules", $"GroupId={group}&{Update(1, id, "CidrIpv4=0.0.0.0/0")}"));
        Assert.Contains("InvalidPermission.Duplicate", duplicate.Message, StringComparison.Ordinal);
        Assert.Equal(["tcp/22-22 203.0.113.0/24", "tcp/443-443 0.0.0.0/0"], await aws.RulesAsync(group));
    }

    /// <summary>Everything becomes tcp/443; <paramref name="content"/> is the peer.</summary>
    private static string Update(int number, string id, string content) =>
        $"SecurityGroupRule.{number}.SecurityGroupRuleId={id}&SecurityGroupRule.{number}.SecurityGroupRule.IpProtocol=tcp&SecurityGroupRule.{number}.SecurityGroupRule.FromPort=443&SecurityGroupRule.{number}.SecurityGroupRule.ToPort=443&SecurityGroupRule.{number}.SecurityGroupRule.{content}";

    private async Task<(string Group, string Id)> OpenAsync(string peer)
    {
        var group = await aws.GroupAsync();
        return (group, (await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}&IpPermissions.1.{peer}")).Descendants("securityGroupRuleId").First().Value);
    }

    private async Task<string?> DescriptionAsync(string id) => (await aws.CallAsync("DescribeSecurityGroupRules", $"SecurityGroupRuleId.1={id}")).Descendants("description").SingleOrDefault()?.Value;

    private async Task<Dictionary<string, string>> IdsAsync(string group) => (await aws.CallAsync("DescribeSecurityGroupRules", $"Filter.1.Name=group-id&Filter.1.Value.1={group}")).Element("securityGroupRuleSet")!.Elements("item")
        .Where(row => row.Element("isEgress")!.Value == "false").ToDictionary(row => ProxyFixture.Show(row).Split(' ')[1], row => row.Element("securityGroupRuleId")!.Value);

    private async Task<string> ListAsync(int most) =>
        (await aws.CallAsync("CreateManagedPrefixList", $"PrefixListName=list-{Guid.NewGuid():N}&MaxEntries={most}&AddressFamily=IPv4")).Descendants("prefixListId").First().Value;
}

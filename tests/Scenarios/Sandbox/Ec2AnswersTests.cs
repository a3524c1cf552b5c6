using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

/// <summary>Where the proxy answers as AWS documents and moto does not.</summary>
[Collection<ProxyCollection>]
public sealed class Ec2AnswersTests(ProxyFixture aws)
{
    private const string Ssh = "IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22&IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0";
    private const string Web = "IpPermissions.2.IpProtocol=tcp&IpPermissions.2.FromPort=443&IpPermissions.2.ToPort=443&IpPermissions.2.IpRanges.1.CidrIp=203.0.113.0/24&IpPermissions.2.IpRanges.2.CidrIp=198.51.100.0/24";

    [Fact]
    public async Task Authorize_of_several_permissions_answers_every_rule()
    {
        var group = await aws.GroupAsync();

        var answer = await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}&{Web}");

        Assert.Equal(
            ["tcp/22-22 0.0.0.0/0", "tcp/443-443 203.0.113.0/24", "tcp/443-443 198.51.100.0/24"],
            answer.Element("securityGroupRuleSet")!.Elements("item").Select(ProxyFixture.Show));
    }

    [Theory]
    [InlineData("6", "22", "100.68.0.18/18", "tcp/22-22 100.68.0.0/18")]
    [InlineData("UDP", "53", "203.0.113.77/32", "udp/53-53 203.0.113.77/32")]
    [InlineData("50", null, "0.0.0.0/0", "50/-1--1 0.0.0.0/0")]
    [InlineData("-1", null, "203.0.113.9/0", "-1/-1--1 0.0.0.0/0")]
    public async Task Authorize_stores_protocols_and_cidrs_in_canonical_form(string protocol, string? port, string cidr, string stored)
    {
        var group = await aws.GroupAsync();
        var ports = port is null ? "" : $"&IpPermissions.1.FromPort={port}&IpPermissions.1.ToPort={port}";

        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&IpPermissions.1.IpProtocol={protocol}{ports}&IpPermissions.1.IpRanges.1.CidrIp={cidr}");

        Assert.Equal([stored], await aws.RulesAsync(group));
    }

    [Theory]
    [InlineData("203.0.113.0/24", "InvalidPermission.Duplicate")]
    [InlineData("not-a-cidr", "InvalidParameterValue")]
    public async Task Authorize_with_one_bad_permission_adds_nothing(string cidr, string why)
    {
        var group = await aws.GroupAsync();
        const string Taken = "IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=80&IpPermissions.1.ToPort=80&IpPermissions.1.IpRanges.1.CidrIp=";
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Taken}203.0.113.0/24");

        var bad = $"{Ssh}&{Taken.Replace(".1.IpProtocol", ".2.IpProtocol", StringComparison.Ordinal).Replace("IpPermissions.1.", "IpPermissions.2.", StringComparison.Ordinal)}{cidr}";
        var problem = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{bad}"));

        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
        Assert.Equal(["tcp/80-80 203.0.113.0/24"], await aws.RulesAsync(group));
    }

    [Fact]
    public async Task Revoke_outside_the_default_vpc_with_one_unknown_permission_revokes_nothing()
    {
        var group = await aws.GroupAsync();
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}");

        var problem = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("RevokeSecurityGroupIngress", $"GroupId={group}&{Ssh}&{Web}"));

        Assert.Contains("InvalidPermission.NotFound", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["tcp/22-22 0.0.0.0/0"], await aws.RulesAsync(group));
    }

    [Fact]
    public async Task Revoke_in_the_default_vpc_revokes_the_known_and_lists_the_unknown()
    {
        var group = await aws.GroupAsync(inDefaultVpc: true);
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}");

        var answer = await aws.CallAsync("RevokeSecurityGroupIngress", $"GroupId={group}&{Ssh}&{Web}");

        Assert.Equal("true", answer.Element("return")!.Value);
        Assert.Equal(["tcp/22-22 0.0.0.0/0"], answer.Element("revokedSecurityGroupRuleSet")!.Elements("item").Select(ProxyFixture.Show));
        Assert.Equal(["203.0.113.0/24", "198.51.100.0/24"], answer.Element("unknownIpPermissionSet")!.Descendants("cidrIp").Select(cidr => cidr.Value));
        Assert.Empty(await aws.RulesAsync(group));
    }

    [Fact]
    public async Task Revoke_finds_ipv6_groups_and_prefix_lists_by_content()
    {
        var group = await aws.GroupAsync();
        var list = (await aws.CallAsync("CreateManagedPrefixList", "PrefixListName=offices&MaxEntries=2&AddressFamily=IPv4")).Descendants("prefixListId").First().Value;
        var peers = $"IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22&IpPermissions.1.Ipv6Ranges.1.CidrIpv6=2001:db8::/32"
            + $"&IpPermissions.1.Groups.1.GroupId={group}&IpPermissions.1.PrefixListIds.1.PrefixListId={list}";
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{peers}");

        var answer = await aws.CallAsync("RevokeSecurityGroupIngress", $"GroupId={group}&{peers.Replace("2001:db8::/32", "2001:DB8:0::1/32", StringComparison.Ordinal)}");

        Assert.Equal(3, answer.Element("revokedSecurityGroupRuleSet")!.Elements("item").Count());
        Assert.Empty(await aws.RulesAsync(group));
    }

    [Fact]
    public async Task Revoke_by_an_unknown_rule_id_says_so()
    {
        var group = await aws.GroupAsync();

        var problem = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("RevokeSecurityGroupIngress", $"GroupId={group}&SecurityGroupRuleId.1=sgr-0123456789abcdef0"));

        Assert.Contains("InvalidSecurityGroupRuleId.NotFound", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_with_MaxResults_answers_page_by_page()
    {
        var group = await aws.GroupAsync();
        var ranges = string.Join('&', Enumerable.Range(1, 12).Select(n => $"IpPermissions.1.IpRanges.{n}.CidrIp=203.0.113.{n}/32"));
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22&{ranges}");

        var pages = new List<int>();
        for (var token = ""; pages.Count == 0 || token.Length > 0;)
        {
            var page = await aws.CallAsync("DescribeSecurityGroupRules", $"Filter.1.Name=group-id&Filter.1.Value.1={group}&MaxResults=5" + (token.Length > 0 ? $"&NextToken={token}" : ""));
            pages.Add(page.Element("securityGroupRuleSet")!.Elements("item").Count());
            token = page.Element("nextToken")?.Value ?? "";
        }

        // 12 of ours and the egress rule that every group of a VPC starts with.
        Assert.Equal([5, 5, 3], pages);
    }

    [Theory]
    [InlineData("MaxResults=4", "maxResults")]
    [InlineData("MaxResults=5&NextToken=unheard-of", "nextToken")]
    public async Task Describe_with_bad_paging_says_which(string paging, string named)
    {
        var problem = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("DescribeSecurityGroupRules", paging));

        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }
}

namespace Remediator.Scenarios.Sandbox;

[Collection<ProxyCollection>]
public sealed class DescribeGroupsAnswersTests(ProxyFixture aws)
{
    [Fact]
    public async Task Groups_are_found_by_the_prefix_list_that_a_rule_of_either_direction_names()
    {
        var list = (await aws.CallAsync("CreateManagedPrefixList", "PrefixListName=offices&MaxEntries=2&AddressFamily=IPv4")).Descendants("prefixListId").First().Value;
        var (inside, outside, neither) = (await aws.GroupAsync(), await aws.GroupAsync(), await aws.GroupAsync());
        var peer = $"IpPermissions.1.IpProtocol=-1&IpPermissions.1.PrefixListIds.1.PrefixListId={list}";
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={inside}&{peer}");
        await aws.CallAsync("AuthorizeSecurityGroupEgress", $"GroupId={outside}&{peer}");
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={neither}&IpPermissions.1.IpProtocol=-1&IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/24");

        Assert.Equal([inside], await FoundAsync($"Filter.1.Name=ip-permission.prefix-list-id&Filter.1.Value.1={list}"));
        Assert.Equal([outside], await FoundAsync($"Filter.1.Name=egress.ip-permission.prefix-list-id&Filter.1.Value.1=pl-0&Filter.1.Value.2={list}"));
        Assert.Empty(await FoundAsync($"Filter.1.Name=ip-permission.prefix-list-id&Filter.1.Value.1={list}&Filter.2.Name=group-id&Filter.2.Value.1={outside}"));
    }

    [Theory]
    [InlineData("ip-permission.cidr", "203.0.113.*", true)]
    [InlineData("ip-permission.cidr", "203.0.113.0/2?", true)]
    [InlineData("ip-permission.cidr", @"203.0.113.\*", false)]
    [InlineData("egress.ip-permission.cidr", "203.0.113.0/24", false)]
    [InlineData("egress.ip-permission.protocol", "-1", true)]
    [InlineData("ip-permission.ipv6-cidr", "2001:db8::/32", true)]
    [InlineData("ip-permission.from-port", "22", true)]
    [InlineData("ip-permission.to-port", "23", false)]
    [InlineData("ip-permission.protocol", "tcp", true)]
    [InlineData("ip-permission.user-id", "111122223333", true)]
    public async Task Filters_on_permissions_hold_when_any_rule_of_their_direction_meets_them(string filter, string value, bool isFound)
    {
        var group = await aws.GroupAsync();
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22"
            + $"&IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/24&IpPermissions.1.Ipv6Ranges.1.CidrIpv6=2001:db8::/32&IpPermissions.1.Groups.1.GroupId={group}");
        string[] expected = isFound ? [group] : [];
        Assert.Equal(expected, await FoundAsync($"Filter.1.Name={filter}&Filter.1.Value.1={value}&Filter.2.Name=group-id&Filter.2.Value.1={group}"));
    }

    [Fact]
    public async Task Groups_come_page_by_page_also_when_a_filter_on_permissions_leaves_some_out()
    {
        var groups = new List<string>();
        for (var n = 0; n < 7; n++)
        {
            groups.Add(await aws.GroupAsync());
            await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={groups[n]}&IpPermissions.1.IpProtocol=47&IpPermissions.1.IpRanges.1.CidrIp=198.51.100.77/32");
        }

        const string Filter = "Filter.1.Name=ip-permission.cidr&Filter.1.Value.1=198.51.100.77/32&MaxResults=5";
        var first = await aws.CallAsync("DescribeSecurityGroups", Filter);
        var second = await aws.CallAsync("DescribeSecurityGroups", $"{Filter}&NextToken={first.Element("nextToken")!.Value}");
        Assert.Equal((5, 2), (Ids(first).Length, Ids(second).Length));
        Assert.Equal(groups.Order(), Ids(first).Concat(Ids(second)).Order());
        Assert.Null(second.Element("nextToken"));
    }

    private async Task<string[]> FoundAsync(string filters) => Ids(await aws.CallAsync("DescribeSecurityGroups", filters));

    private static string[] Ids(System.Xml.Linq.XElement answer) => [.. answer.Element("securityGroupInfo")!.Elements("item").Select(row => row.Element("groupId")!.Value)];
}

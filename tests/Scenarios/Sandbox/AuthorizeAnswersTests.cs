using System.Xml.Linq;
using Remediator.Sandbox;
using Remediator.Sandbox.Proxy;

namespace Remediator.Scenarios.Sandbox;

[Collection<ProxyCollection>]
public sealed class AuthorizeAnswersTests(ProxyFixture aws)
{
    private const string Ssh = "IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22";
    private const string Tags = "TagSpecification.1.ResourceType=security-group-rule&TagSpecification.1.Tag.1.Key=Owner&TagSpecification.1.Tag.1.Value=me&TagSpecification.1.Tag.2.Key=Empty&TagSpecification.1.Tag.2.Value=";

    [Fact]
    public async Task Every_kind_of_peer_keeps_its_description_and_the_tags_of_the_call()
    {
        var (group, peer, list) = (await aws.GroupAsync(), await aws.GroupAsync(), await ListAsync(5));
        var peers = $"IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/24&IpPermissions.1.IpRanges.1.Description=four&IpPermissions.1.Ipv6Ranges.1.CidrIpv6=2001:db8::/32&IpPermissions.1.Ipv6Ranges.1.Description=six"
            + $"&IpPermissions.1.PrefixListIds.1.PrefixListId={list}&IpPermissions.1.PrefixListIds.1.Description=list&IpPermissions.1.Groups.1.GroupId={peer}&IpPermissions.1.Groups.1.Description=group";

        var answer = await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}&{peers}&{Tags}");

        string[] expected = [$"203.0.113.0/24 four", "2001:db8::/32 six", $"{list} list", $"{peer} group"];
        Assert.Equal(expected.Select(one => $"tcp/22-22 {one} Owner=me Empty="), answer.Element("securityGroupRuleSet")!.Elements("item").Select(ShowAll));
        Assert.Equal(answer.Descendants("securityGroupRuleId").Select(id => id.Value).Distinct().Count(), expected.Length);

        var rows = await aws.CallAsync("DescribeSecurityGroupRules", $"Filter.1.Name=group-id&Filter.1.Value.1={group}");
        Assert.Equal(expected.Select(one => $"tcp/22-22 {one} Owner=me Empty=").Order(), rows.Descendants("securityGroupRuleSet").Elements("item").Where(row => row.Element("isEgress")!.Value == "false").Select(ShowAll).Order());

        var entry = Assert.Single((await aws.CallAsync("DescribeSecurityGroups", $"GroupId.1={group}")).Descendants("ipPermissions").Elements("item"));
        Assert.Equal(["group", "four", "six", "list"], entry.Descendants("description").Select(text => text.Value));
    }

    [Fact]
    public async Task A_rule_is_tagged_and_untagged_after_it_was_made()
    {
        var group = await aws.GroupAsync();
        var id = (await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}&IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/24&{Tags}")).Descendants("securityGroupRuleId").First().Value;

        await aws.CallAsync("CreateTags", $"ResourceId.1={id}&ResourceId.2={group}&Tag.1.Key=Owner&Tag.1.Value=you&Tag.2.Key=Tier&Tag.2.Value=web");
        Assert.Equal(["Empty=", "Owner=you", "Tier=web"], await TagsAsync($"SecurityGroupRuleId.1={id}"));
        Assert.Equal(["Owner=you", "Tier=web"], (await aws.CallAsync("DescribeSecurityGroups", $"GroupId.1={group}")).Descendants("tagSet").Elements("item").Select(tag => $"{tag.Element("key")!.Value}={tag.Element("value")!.Value}").Order());
        Assert.Single((await aws.CallAsync("DescribeSecurityGroupRules", $"Filter.1.Name=tag:Tier&Filter.1.Value.1=w?b&Filter.2.Name=group-id&Filter.2.Value.1={group}")).Descendants("securityGroupRuleId"));

        await aws.CallAsync("DeleteTags", $"ResourceId.1={id}&Tag.1.Key=Owner&Tag.2.Key=Tier&Tag.2.Value=another");
        Assert.Equal(["Empty=", "Tier=web"], await TagsAsync($"SecurityGroupRuleId.1={id}"));
        Assert.Contains("InvalidSecurityGroupRuleId.NotFound", (await RefusedAsync("CreateTags", "ResourceId.1=sgr-0123456789abcdef0&Tag.1.Key=Owner&Tag.1.Value=you")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IpPermissions.1.PrefixListIds.1.PrefixListId=pl-0123456789abcdef0", "InvalidPrefixListID.NotFound")]
    [InlineData("IpPermissions.1.Groups.1.GroupId=sg-0123456789abcdef0", "InvalidGroup.NotFound")]
    [InlineData("IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/33", "InvalidParameterValue")]
    [InlineData("IpPermissions.1.Ipv6Ranges.1.CidrIpv6=2001:db8::/129", "InvalidParameterValue")]
    [InlineData("IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/24&TagSpecification.1.ResourceType=security-group-rule&TagSpecification.1.Tag.1.Key=aws:x&TagSpecification.1.Tag.1.Value=y", "InvalidParameterValue")]
    public async Task What_is_not_there_or_not_allowed_is_refused_and_nothing_is_made(string peer, string why)
    {
        var group = await aws.GroupAsync();
        Assert.Contains(why, (await RefusedAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}&{peer}")).Message, StringComparison.Ordinal);
        Assert.Empty(await aws.RulesAsync(group));
    }

    [Theory]
    [InlineData("tcp", "FromPort=22", "portRange")]
    [InlineData("udp", "FromPort=23&IpPermissions.1.ToPort=22", "port range")]
    [InlineData("tcp", "FromPort=0&IpPermissions.1.ToPort=65536", "portRange")]
    [InlineData("icmp", "FromPort=300&IpPermissions.1.ToPort=-1", "ICMP")]
    [InlineData("pigeon", "FromPort=1&IpPermissions.1.ToPort=1", "protocol")]
    public async Task Ports_and_protocols_that_are_none_are_refused(string protocol, string ports, string named)
    {
        var group = await aws.GroupAsync();
        var problem = await RefusedAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&IpPermissions.1.IpProtocol={protocol}&IpPermissions.1.{ports}&IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0");
        Assert.Contains("InvalidParameterValue", problem.Message, StringComparison.Ordinal);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_the_default_vpc_is_named_by_its_name_and_one_of_another_account_by_its_owner()
    {
        var (group, peer) = (await aws.GroupAsync(inDefaultVpc: true), await aws.GroupAsync(inDefaultVpc: true));
        var name = (await aws.CallAsync("DescribeSecurityGroups", $"GroupId.1={peer}")).Descendants("groupName").First().Value;

        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}&IpPermissions.1.Groups.1.GroupName={name}&IpPermissions.1.Groups.2.GroupId=sg-0000000f&IpPermissions.1.Groups.2.UserId=444455556666&IpPermissions.1.Groups.2.VpcPeeringConnectionId=pcx-1");

        var pairs = (await aws.CallAsync("DescribeSecurityGroups", $"GroupId.1={group}")).Descendants("groups").Elements("item");
        Assert.Equal([$"{peer} 111122223333 ", "sg-0000000f 444455556666 pcx-1"], pairs.Select(pair => $"{pair.Element("groupId")!.Value} {pair.Element("userId")!.Value} {pair.Element("vpcPeeringConnectionId")?.Value}"));
    }

    [Fact]
    public async Task What_people_write_comes_back_as_they_wrote_it_however_hostile()
    {
        var group = await aws.GroupAsync();
        const string Hostile = "\u001b[31mred <b>bold</b> 'it' \u202eevil \u0001";
        using var alice = aws.Alice;
        var answer = await alice.Ec2Async("AuthorizeSecurityGroupIngress",
        [
            ("GroupId", group), ("IpPermissions.1.IpProtocol", "-1"), ("IpPermissions.1.IpRanges.1.CidrIp", "203.0.113.0/24"), ("IpPermissions.1.IpRanges.1.Description", Hostile),
        ]);
        Assert.Equal(Hostile, answer.Descendants("description").Single().Value);
        Assert.Equal(Hostile, (await aws.CallAsync("DescribeSecurityGroups", $"GroupId.1={group}")).Descendants("description").Single().Value);
    }

    [Fact]
    public async Task The_functions_own_descriptions_are_held_to_what_EC2_takes()
    {
        var group = await aws.GroupAsync();
        using var remediator = new AwsSession(aws.Proxy.Endpoint, Caller.Remediator(ProxyFixture.Account), "eu-west-1");
        (string, string)[] Asked(string text) =>
        [
            ("GroupId", group), ("IpPermissions.1.IpProtocol", "tcp"), ("IpPermissions.1.FromPort", "22"), ("IpPermissions.1.ToPort", "22"),
            ("IpPermissions.1.IpRanges.1.CidrIp", "203.0.113.0/24"), ("IpPermissions.1.IpRanges.1.Description", text),
        ];

        foreach (var text in new[] { "it's", "caf\u00e9", "<b>", new string('x', 256) })
            Assert.Contains("Invalid rule description", (await Assert.ThrowsAsync<SandboxException>(() => remediator.Ec2Async("AuthorizeSecurityGroupIngress", Asked(text)))).Message, StringComparison.Ordinal);
        await remediator.Ec2Async("AuthorizeSecurityGroupIngress", Asked("a-z A-Z ._-:/()#,@[]+=&;{}!$*" + new string('x', 226)));
        Assert.Single(await aws.RulesAsync(group));
    }

    [Fact]
    public async Task A_new_group_has_all_egress_open_in_each_family_that_its_vpc_has()
    {
        Assert.Equal(["-1 0.0.0.0/0"], await EgressAsync(await aws.GroupAsync()));
        var vpc = (await aws.CallAsync("CreateVpc", "CidrBlock=10.0.0.0/16&AmazonProvidedIpv6CidrBlock=true")).Descendants("vpcId").First().Value;
        var group = (await aws.CallAsync("CreateSecurityGroup", $"GroupName=both&GroupDescription=both&VpcId={vpc}")).Element("groupId")!.Value;
        Assert.Equal(["-1 0.0.0.0/0", "-1 ::/0"], await EgressAsync(group));
    }

    private async Task<IEnumerable<string>> EgressAsync(string group) => (await aws.CallAsync("DescribeSecurityGroupRules", $"Filter.1.Name=group-id&Filter.1.Value.1={group}")).Descendants("item")
        .Where(row => row.Element("isEgress")?.Value == "true").Select(row => $"{row.Element("ipProtocol")!.Value} {(row.Element("cidrIpv4") ?? row.Element("cidrIpv6"))!.Value}").Order(StringComparer.Ordinal);

    private async Task<string> ListAsync(int most) =>
        (await aws.CallAsync("CreateManagedPrefixList", $"PrefixListName=list-{Guid.NewGuid():N}&MaxEntries={most}&AddressFamily=IPv4")).Descendants("prefixListId").First().Value;

    private async Task<IEnumerable<string>> TagsAsync(string which) => (await aws.CallAsync("DescribeSecurityGroupRules", which)).Descendants("tagSet").Elements("item")
        .Select(tag => $"{tag.Element("key")!.Value}={tag.Element("value")!.Value}").Order(StringComparer.Ordinal);

    private Task<SandboxException> RefusedAsync(string action, string parameters) => Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync(action, parameters));

    private static string ShowAll(XElement row) =>
        $"{ProxyFixture.Show(row)} {row.Element("description")?.Value} {string.Join(' ', row.Element("tagSet")!.Elements("item").Select(tag => $"{tag.Element("key")!.Value}={tag.Element("value")!.Value}"))}";
}

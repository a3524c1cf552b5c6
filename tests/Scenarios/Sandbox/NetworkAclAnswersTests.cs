using System.Xml.Linq;
using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

/// <summary>Where the proxy answers as AWS documents and moto does not: network ACLs.</summary>
[Collection<ProxyCollection>]
public sealed class NetworkAclAnswersTests(ProxyFixture aws)
{
    [Fact]
    public async Task An_ACL_takes_nineteen_entries_beside_the_default_in_each_direction_and_family()
    {
        var acl = await AclAsync();
        for (var number = 1; number < 20; number++) await CreateAsync(acl, number, $"CidrBlock=203.0.113.{number}/32");
        await CreateAsync(acl, 20, "Ipv6CidrBlock=2001:db8::1/128");
        await CreateAsync(acl, 1, "CidrBlock=203.0.113.1/32", egress: true);

        Assert.Contains("NetworkAclEntryLimitExceeded", await RefusalAsync("CreateNetworkAclEntry", Entry(acl, 21, "CidrBlock=203.0.113.99/32")), StringComparison.Ordinal);
        Assert.Contains("NetworkAclEntryAlreadyExists", await RefusalAsync("CreateNetworkAclEntry", Entry(acl, 7, "CidrBlock=203.0.113.99/32")), StringComparison.Ordinal);
        Assert.Equal(21, (await EntriesAsync(acl)).Count(entry => entry.Element("ruleNumber")!.Value is not "32767"));
    }

    [Fact]
    public async Task Of_many_who_create_the_same_number_at_once_one_does()
    {
        var acl = await AclAsync();
        var problems = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => Record.ExceptionAsync(() => CreateAsync(acl, 42, $"CidrBlock=203.0.113.{n}/32")).AsTask()));
        Assert.Single(problems, problem => problem is null);
        Assert.All(problems.OfType<Exception>(), problem => Assert.Contains("NetworkAclEntryAlreadyExists", problem.Message, StringComparison.Ordinal));
        Assert.Single(await EntriesAsync(acl), entry => entry.Element("ruleNumber")!.Value == "42");
    }

    [Fact]
    public async Task What_is_not_there_is_said_with_its_own_code()
    {
        var acl = await AclAsync();
        await CreateAsync(acl, 42, "CidrBlock=203.0.113.9/32");
        Assert.Contains("InvalidNetworkAclEntry.NotFound", await RefusalAsync("DeleteNetworkAclEntry", $"NetworkAclId={acl}&RuleNumber=42&Egress=true"), StringComparison.Ordinal);
        await aws.CallAsync("DeleteNetworkAclEntry", $"NetworkAclId={acl}&RuleNumber=42&Egress=false");
        Assert.Contains("InvalidNetworkAclEntry.NotFound", await RefusalAsync("DeleteNetworkAclEntry", $"NetworkAclId={acl}&RuleNumber=42&Egress=false"), StringComparison.Ordinal);
        foreach (var (action, parameters) in new[] { ("DescribeNetworkAcls", "NetworkAclId.1=acl-0123456789abcdef0"), ("CreateNetworkAclEntry", Entry("acl-0123456789abcdef0", 1, "CidrBlock=203.0.113.9/32")), ("DeleteNetworkAclEntry", "NetworkAclId=acl-0123456789abcdef0&RuleNumber=1&Egress=false") })
            Assert.Contains("InvalidNetworkAclID.NotFound", await RefusalAsync(action, parameters), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "CidrBlock=203.0.113.9/32", "ruleNumber")]
    [InlineData(32767, "CidrBlock=203.0.113.9/32", "ruleNumber")]
    [InlineData(1, "PortRange.From=1", "MissingParameter")]
    public async Task An_entry_out_of_range_or_without_a_block_is_refused(int number, string more, string problem) =>
        Assert.Contains(problem, await RefusalAsync("CreateNetworkAclEntry", Entry(await AclAsync(), number, more)), StringComparison.Ordinal);

    private static string Entry(string acl, int number, string block, bool egress = false) =>
        $"NetworkAclId={acl}&RuleNumber={number}&Protocol=-1&RuleAction=deny&Egress={(egress ? "true" : "false")}&{block}";

    private async Task<string> AclAsync()
    {
        var vpc = (await aws.CallAsync("CreateVpc", "CidrBlock=10.0.0.0/16")).Descendants("vpcId").First().Value;
        return (await aws.CallAsync("CreateNetworkAcl", $"VpcId={vpc}")).Descendants("networkAclId").First().Value;
    }

    private async Task CreateAsync(string acl, int number, string block, bool egress = false) => await aws.CallAsync("CreateNetworkAclEntry", Entry(acl, number, block, egress));

    private async Task<string> RefusalAsync(string action, string parameters) => (await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync(action, parameters))).Message;

    private async Task<XElement[]> EntriesAsync(string acl) => [.. (await aws.CallAsync("DescribeNetworkAcls", $"NetworkAclId.1={acl}")).Descendants("entrySet").Elements("item")];
}

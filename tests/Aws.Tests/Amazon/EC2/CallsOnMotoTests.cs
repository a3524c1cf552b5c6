using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Sandbox;

namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>Against an emulator that checks the signature and the permission of every call.</summary>
public sealed class CallsOnMotoTests
{
    private static readonly string[] Allowed =
    [
        "ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress", "ec2:CreateSecurityGroup", "ec2:DescribeManagedPrefixLists",
        "ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups", "ec2:GetManagedPrefixListEntries", "ec2:ModifySecurityGroupRules", "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress",
    ];

    [Fact]
    public async Task A_permission_is_opened_seen_changed_and_closed_by_signed_calls_and_forged_or_forbidden_ones_are_refused()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var aws = await LocalAws.StartAsync();
        var user = await MotoUser.CreateAsync(aws.Endpoint, Allowed);
        await MotoUser.CheckEveryCallAsync(aws.Endpoint);

        using var client = ClientOf(aws, user);
        var group = await CreateGroupAsync(client);
        var ruleId = await OpenAsync(client, group);
        await ChangeAsync(client, group, ruleId);
        await CloseAsync(client, group);
        await OpenAndCloseEgressAsync(client, group);
        await ReadPrefixListAsync(client);
        await AssertRefusedAsync(aws, user);
    }

    private static AmazonEC2Client ClientOf(LocalAws aws, AWSCredentials credentials)
        => new(credentials, new AmazonEC2Config { ServiceURL = aws.Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    private static async Task<string> CreateGroupAsync(AmazonEC2Client client)
    {
        var vpc = (await client.DescribeSecurityGroupsAsync()).SecurityGroups.First().VpcId;
        var created = await client.CreateSecurityGroupAsync(new CreateSecurityGroupRequest("web-1", "public web")
        {
            VpcId = vpc,
            TagSpecifications = [new() { ResourceType = ResourceType.SecurityGroup, Tags = [new("Owner", "ü & ö")] }],
        });
        var group = Assert.Single((await client.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = [created.GroupId] })).SecurityGroups);
        Assert.Equal("public web", group.Description);
        Assert.Equal("ü & ö", Assert.Single(group.Tags).Value);
        return created.GroupId;
    }

    private static async Task<string> OpenAsync(AmazonEC2Client client, string group)
    {
        var opened = await client.AuthorizeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [Ssh("203.0.113.0/24", "for a test")] });
        Assert.True(opened.Return);
        var rules = await RulesAsync(client, group, egress: false);
        var rule = Assert.Single(rules);
        Assert.Equal(("203.0.113.0/24", 22, "for a test", opened.SecurityGroupRules[0].SecurityGroupRuleId), (rule.CidrIpv4, rule.FromPort, rule.Description, rule.SecurityGroupRuleId));
        return rule.SecurityGroupRuleId;
    }

    private static async Task ChangeAsync(AmazonEC2Client client, string group, string ruleId)
    {
        var changed = await client.ModifySecurityGroupRulesAsync(new()
        {
            GroupId = group,
            SecurityGroupRules = [new() { SecurityGroupRuleId = ruleId, SecurityGroupRule = new() { IpProtocol = "tcp", FromPort = 22, ToPort = 22, CidrIpv4 = "0.0.0.0/0" } }],
        });
        Assert.True(changed.Return);
        Assert.Equal("0.0.0.0/0", Assert.Single(await RulesAsync(client, group, egress: false)).CidrIpv4);
    }

    private static async Task CloseAsync(AmazonEC2Client client, string group)
    {
        var revoke = new RevokeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [Ssh("0.0.0.0/0")] };
        Assert.True((await client.RevokeSecurityGroupIngressAsync(revoke)).Return);
        Assert.Empty(await RulesAsync(client, group, egress: false));
        var gone = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.RevokeSecurityGroupIngressAsync(revoke));
        Assert.Equal("InvalidPermission.NotFound", gone.ErrorCode);
    }

    private static async Task OpenAndCloseEgressAsync(AmazonEC2Client client, string group)
    {
        var before = (await RulesAsync(client, group, egress: true)).Count;
        Assert.True((await client.AuthorizeSecurityGroupEgressAsync(new() { GroupId = group, IpPermissions = [Ssh("198.51.100.0/24")] })).Return);
        Assert.Equal(before + 1, (await RulesAsync(client, group, egress: true)).Count);
        Assert.True((await client.RevokeSecurityGroupEgressAsync(new() { GroupId = group, IpPermissions = [Ssh("198.51.100.0/24")] })).Return);
        Assert.Equal(before, (await RulesAsync(client, group, egress: true)).Count);
    }

    private static async Task ReadPrefixListAsync(AmazonEC2Client client)
    {
        var lists = await client.DescribeManagedPrefixListsAsync(new() { Filters = [new("prefix-list-name", ["com.amazonaws.us-east-1.s3"])] });
        var list = Assert.Single(lists.PrefixLists);
        Assert.Equal(("AWS", "IPv4", PrefixListState.CreateComplete), (list.OwnerId, list.AddressFamily, list.State));
        var entries = await client.GetManagedPrefixListEntriesAsync(new() { PrefixListId = list.PrefixListId });
        Assert.NotEmpty(entries.Entries);
        Assert.All(entries.Entries, entry => Assert.EndsWith("default", entry.Description, StringComparison.Ordinal));
    }

    private static async Task AssertRefusedAsync(LocalAws aws, BasicAWSCredentials user)
    {
        using var client = ClientOf(aws, user);
        var forbidden = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.DescribeNetworkInterfacesAsync());
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Contains("ec2:DescribeNetworkInterfaces", forbidden.Message, StringComparison.Ordinal);

        using var forger = ClientOf(aws, new BasicAWSCredentials(user.GetCredentials().AccessKey, "not the secret key"));
        var forged = await Assert.ThrowsAsync<AmazonEC2Exception>(() => forger.DescribeSecurityGroupsAsync());
        Assert.Equal("AuthFailure", forged.ErrorCode);
    }

    private static async Task<List<SecurityGroupRule>> RulesAsync(AmazonEC2Client client, string group, bool egress)
    {
        var rules = new List<SecurityGroupRule>();
        await foreach (var rule in client.Paginators.DescribeSecurityGroupRules(new() { Filters = [new("group-id", [group])] }).SecurityGroupRules)
        {
            if (rule.IsEgress == egress)
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private static IpPermission Ssh(string cidr, string? description = null)
        => new() { IpProtocol = "tcp", FromPort = 22, ToPort = 22, Ipv4Ranges = [new() { CidrIp = cidr, Description = description }] };
}

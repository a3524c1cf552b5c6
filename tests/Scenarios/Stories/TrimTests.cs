using Amazon.EC2.Model;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>A permission that is too wide is cut down to what nobody forbids; everything else stays as it was.</summary>
public sealed class TrimTests(TrimTown town) : Story(town), IClassFixture<TrimTown>
{
    private const string Internet = "0.0.0.0/0";
    private static readonly string[] Pieces = ["tcp/0-21 0.0.0.0/0", "tcp/22-22 203.0.113.0/24", "tcp/23-65535 0.0.0.0/0"];

    [Fact]
    public async Task A_wide_permission_becomes_its_allowed_pieces_with_description_and_tags()
    {
        var group = await Town.Group();
        await Town.Open(group, Described(Tcp(5000, "198.51.100.7/32"), "the partner"));
        var (untouched, egress) = (await Town.RuleId(group, 5000), await Town.Rules(group, egress: true));

        var handled = await Town.Watch(() => Town.Bob.AuthorizeSecurityGroupIngressAsync(new()
        {
            GroupId = group,
            IpPermissions = [Described(Permission("tcp", 0, 65535, Internet), "moving house")],
            TagSpecifications = [new() { ResourceType = "security-group-rule", Tags = [new() { Key = "Owner", Value = "team-blue" }] }],
        }));

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        string[] expected = [.. Pieces.Select(piece => piece + " «moving house» Owner=team-blue"), "tcp/5000-5000 198.51.100.7/32 «the partner» "];
        Assert.Equal(expected, await Told(group));
        Assert.Equal(untouched, await Town.RuleId(group, 5000));
        Assert.Equal(egress, await Town.Rules(group, egress: true));
    }

    [Fact]
    public async Task The_pieces_stand_before_the_wide_permission_goes()
    {
        var handled = await Town.Open(await Town.Group(), Permission("tcp", 0, 65535, Internet));
        var changes = handled.Calls.Where(call => call.StartsWith("ec2:", StringComparison.Ordinal) && !call.StartsWith("ec2:Describe", StringComparison.Ordinal));
        Assert.Equal(["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"], changes);
    }

    [Fact]
    public async Task Of_every_protocol_remains_what_people_use()
    {
        var group = await Town.Group();
        await Town.Open(group, Permission("-1", null, null, Internet));
        string[] expected = ["icmp/-1--1 0.0.0.0/0", .. Pieces, "udp/0-65535 0.0.0.0/0"];
        Assert.Equal(expected, await Town.Rules(group));
    }

    [Fact]
    public async Task Half_of_the_internet_is_cut_down_like_all_of_it()
    {
        var group = await Town.Group();
        await Town.Open(group, Permission("tcp", 20, 25, "128.0.0.0/1"));
        Assert.Equal(["tcp/20-21 128.0.0.0/1", "tcp/22-22 203.0.113.0/24", "tcp/23-25 128.0.0.0/1"], await Town.Rules(group));
    }

    [Fact]
    public async Task Pieces_that_stand_already_are_left_as_they_are()
    {
        var group = await Town.Group();
        await Town.Open(group, Described(Tcp(22, "203.0.113.0/24"), "us"));
        await Town.Open(group, Described(Permission("tcp", 0, 65535, Internet), "moving house"));
        Assert.Equal(["tcp/0-21 0.0.0.0/0 «moving house» ", "tcp/22-22 203.0.113.0/24 «us» ", "tcp/23-65535 0.0.0.0/0 «moving house» "], await Told(group));
    }

    [Fact]
    public async Task Opened_wide_again_it_is_cut_down_again()
    {
        var group = await Town.Group();
        await Town.Open(group, Permission("tcp", 0, 65535, Internet));
        await Town.Open(group, Permission("tcp", 0, 65535, Internet));
        Assert.Equal(Pieces, await Town.Rules(group));
    }

    [Fact]
    public async Task In_a_full_group_the_wide_permission_becomes_its_widest_piece_in_place()
    {
        var group = await Town.Group();
        var others = Enumerable.Range(1, 59).Select(port => Tcp(1000 + port, "198.51.100.7/32")).ToArray();
        await Town.Open(group, others);

        var handled = await Town.Open(group, Described(Permission("tcp", 0, 65535, Internet), "moving house"));

        Assert.Contains("ec2:ModifySecurityGroupRules", handled.Calls);
        var rules = await Told(group);
        Assert.Equal(60, rules.Length);
        Assert.Equal(["tcp/23-65535 0.0.0.0/0 «moving house» "], rules.Where(rule => !rule.Contains("198.51.100.7/32", StringComparison.Ordinal)));
        var notice = await Town.Account.Notices.FirstAsync(n => n.Attributes.GetValueOrDefault("groupId") == group && n.Body.Contains("tcp/0-21", StringComparison.Ordinal), TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Contains("no more rules", notice.Body, StringComparison.Ordinal);
    }

    private static IpPermission Described(IpPermission permission, string description)
    {
        foreach (var range in permission.Ipv4Ranges) range.Description = description;
        return permission;
    }

    /// <summary>The group's ingress as `tcp/22-22 0.0.0.0/0 «description» Key=value`, in order.</summary>
    private async Task<string[]> Told(string group)
    {
        var answer = await Town.Bob.DescribeSecurityGroupRulesAsync(new() { Filters = [new("group-id", [group])] });
        return [.. answer.SecurityGroupRules.Where(r => r.IsEgress == false).Select(Told).Order(StringComparer.Ordinal)];
    }

    private static string Told(SecurityGroupRule rule) =>
        $"{Show(rule)} «{rule.Description}» {string.Join(' ', (rule.Tags ?? []).Select(tag => $"{tag.Key}={tag.Value}"))}";
}

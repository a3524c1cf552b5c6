using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Policies;

/// <summary>What an audit says of groups of the sample networks, beyond the verdicts that their own tests expect.</summary>
public class SampleAuditTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static Policy Platform => SampleFiles.Policy("three-tier-platform.yaml");

    private static GroupFacts Documented => Group("backend-sg") with
    {
        Tags = Tags(("Name", "backend"), ("Environment", "production"), ("ManagedBy", "terraform")),
        IsAttached = true,
    };

    [Fact]
    public void Permission_for_the_VPN_beside_the_same_for_everybody_is_redundant()
    {
        ImmutableArray<Permission> web = [Tcp(80, "0.0.0.0/0"), Tcp(443, "0.0.0.0/0"), Tcp(22, "202.131.107.130/32"), Tcp(80, "202.131.107.130/32"), Tcp(443, "202.131.110.138/32")];
        Assert.Equal([web[3], web[4]], Redundancy.In(web, ImmutableDictionary<string, PrefixList?>.Empty).Select(r => r.Permission));
    }

    [Fact]
    public void Platform_documented_group_and_rule_have_no_lapse() =>
        Assert.Empty(Lapses(Documented, Tcp(8000, "10.0.0.0/16") with { Description = "backend_from_alb: requests from the load balancer; the platform's traffic; review 2027-06-30" }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("requests from the load balancer; the platform's traffic; review 2027-06-30")]
    [InlineData("backend_from_alb: requests from the load balancer; review 2027-06-30")]
    [InlineData("backend_from_alb: requests from the load balancer; the platform's traffic")]
    [InlineData("backend_from_alb: requests from the load balancer; the platform's traffic; review 2026-06-30")]
    [InlineData("backend_from_alb: requests from the load balancer; the platform's traffic; review tomorrow")]
    public void Platform_rule_without_id_justification_or_a_review_to_come_lapses(string? description) =>
        Assert.Equal(["DOC-RULES"], Lapses(Documented, Tcp(8000, "10.0.0.0/16") with { Description = description }));

    [Fact]
    public void Platform_group_with_another_name_or_without_a_tag_lapses()
    {
        Assert.Contains("DOC-GROUPS", Lapses(Documented with { Name = "backend" }));
        Assert.Contains("DOC-GROUPS", Lapses(Documented with { Tags = Tags(("Name", "backend"), ("ManagedBy", "terraform")) }));
        Assert.Contains("DOC-GROUPS", Lapses(Documented with { Tags = Tags(("Name", "backend"), ("Environment", "mine"), ("ManagedBy", "terraform")) }));
    }

    [Fact]
    public void Platform_unused_group_lapses_but_for_the_default_one_and_what_others_run()
    {
        Assert.Equal(["UNUSED"], Lapses(Documented with { IsAttached = false }));
        Assert.DoesNotContain("UNUSED", Lapses(Documented with { Name = "default", IsAttached = false }));
        Assert.DoesNotContain("UNUSED", Lapses(Documented with { Name = "k8s-traffic-platform-0a1b2c3d", IsAttached = false }));
    }

    [Fact]
    public void Platform_database_without_an_entry_of_its_baseline_lacks_it()
    {
        var bastion = Group("bastion-sg") with { Key = new("111122223333", "eu-west-1", "sg-0b") };
        var held = Permission.Create(Direction.Ingress, "tcp", 5432, 5432, new Peer.Group("sg-0b", null, null), out _)!;
        var situation = new Situation(Group("database-sg") with { Tags = [] }, Now)
        {
            Standing = [held],
            PeerGroups = ImmutableDictionary<string, GroupFacts?>.Empty.Add("sg-0b", bastion),
        };
        Assert.Equal(["database_from_backend"], Drift.Lacks(Platform, situation).Select(lack => lack.Entry.Id));
    }

    private static IEnumerable<string> Lapses(GroupFacts group, params ImmutableArray<Permission> permissions) =>
        Requirements.Lapses(Platform, group, permissions, DateOnly.FromDateTime(Now.UtcDateTime)).Where(lapse => lapse.IsKnown).Select(lapse => lapse.Requirement.Id).Distinct();

    private static GroupFacts Group(string name) => new(new("111122223333", "eu-west-1", "sg-0a")) { Name = name, Description = "a group", VpcId = "vpc-0a", Tags = [], IsAttached = true };

    private static Permission Tcp(int port, string block)
    {
        Assert.True(Cidr.TryParse(block, out var cidr));
        return Permission.Create(Direction.Ingress, "tcp", port, port, new Peer.Block(cidr, block), out _)!;
    }

    private static ImmutableArray<KeyValuePair<string, string>> Tags(params ReadOnlySpan<(string Key, string Value)> tags)
    {
        var made = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(tags.Length);
        foreach (var (key, value) in tags) made.Add(KeyValuePair.Create(key, value));
        return made.ToImmutable();
    }
}

using static Remediator.Scenarios.Stories.PolicyTown;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>What a group is changes with its tags, and what may stand in it changes with that; a new group is looked at as it is made.</summary>
public sealed class RetagTests(TierTown town) : Story(town), IClassFixture<TierTown>
{
    private const string Internet = "0.0.0.0/0";

    [Fact]
    public async Task A_group_that_becomes_a_database_loses_what_a_database_must_not_have()
    {
        var group = await Town.Group();
        var handled = await Town.Open(group, Tcp(3306, Internet), Tcp(443, Internet));
        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Equal(["tcp/3306-3306 0.0.0.0/0", "tcp/443-443 0.0.0.0/0"], await Town.Rules(group));

        handled = await Town.Watch(() => Tag(group, "Tier", "database"));

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Equal(["tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
        Assert.Empty(await Town.Rules(group, egress: true));
    }

    [Fact]
    public async Task A_group_that_is_retagged_and_may_have_been_a_database_is_told_and_keeps_what_it_has()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(3306, Internet));
        await Town.Watch(() => Tag(group, "Tier", "web"));

        Assert.Equal(["tcp/3306-3306 0.0.0.0/0"], await Town.Rules(group));
        var notice = await Town.Account.Notices.FirstAsync(n => n.Attributes.GetValueOrDefault("groupId") == group, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("undecided", notice.Attributes["verdict"]);
    }

    [Fact]
    public async Task A_group_that_is_no_database_any_more_may_open_what_it_could_not()
    {
        var group = await Make("Tier", "database");
        await Town.Open(group, Tcp(3306, Internet));
        Assert.Empty(await Town.Rules(group));

        await Town.Watch(() => Tag(group, "Tier", "web"));
        await Town.Open(group, Tcp(3306, Internet));

        Assert.Equal(["tcp/3306-3306 0.0.0.0/0"], await Town.Rules(group));
    }

    [Fact]
    public async Task A_tag_that_is_taken_away_takes_what_it_allowed_with_it()
    {
        var group = await Make("Public", "yes");
        await Town.Open(group, Tcp(8443, Internet), Tcp(443, Internet));
        Assert.Equal(["tcp/443-443 0.0.0.0/0", "tcp/8443-8443 0.0.0.0/0"], await Town.Rules(group));

        var handled = await Town.Watch(() => Town.Call(Alice, "DeleteTags", ("ResourceId.1", group), ("Tag.1.Key", "Public")));

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Equal(["tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
    }

    [Fact]
    public async Task A_tag_that_no_rule_asks_for_costs_no_call()
    {
        var group = await Town.Group();
        await Town.Open(group, Tcp(3306, Internet));
        var handled = await Town.Watch(() => Tag(group, "Colour", "blue"));
        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Empty(handled.Calls);
    }

    [Fact]
    public async Task A_new_group_that_may_open_nothing_loses_the_way_out_it_was_made_with()
    {
        var group = await Make("Tier", "database");
        Assert.Empty(await Town.Rules(group, egress: true));
        var notice = await Town.Account.Notices.FirstAsync(n => n.Attributes.GetValueOrDefault("groupId") == group, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("revoked", notice.Attributes["outcome"]);
    }

    [Fact]
    public async Task Any_other_new_group_keeps_it() => Assert.Equal(["-1/-1--1 0.0.0.0/0"], await Town.Rules(await Make("Tier", "web"), egress: true));

    private Task<System.Xml.Linq.XElement> Tag(string group, string key, string value) =>
        Town.Call(Alice, "CreateTags", ("ResourceId.1", group), ("Tag.1.Key", key), ("Tag.1.Value", value));

    /// <summary>A group that carries a tag from its first moment.</summary>
    private async Task<string> Make(string key, string value)
    {
        var network = new Network(Town);
        await network.Build(($"group-{Guid.NewGuid():N}", [(key, value)]));
        return network.Ids.Single();
    }
}

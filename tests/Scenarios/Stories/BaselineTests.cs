using Remediator.Sandbox.Notices;
using static Remediator.Scenarios.Stories.PolicyTown;

namespace Remediator.Scenarios.Stories;

/// <summary>A group drifts from what it should be, and comes back; whoever may change it is only told that the baseline is out of date.</summary>
public sealed class BaselineTests(BaselineTown town) : Story(town), IClassFixture<BaselineTown>
{
    private const string Queries = "tcp/3306 from app-1";
    private const string Administration = "tcp/22 from 203.0.113.0/24";
    private const string Outbound = "all to 0.0.0.0/0";

    [Fact]
    public async Task What_the_baseline_does_not_name_goes_and_what_it_names_stays()
    {
        var network = await Databases();
        await network.OpenAs(Alice, "db", Queries, Administration, "tcp/3306 from 10.0.0.0/16");
        Assert.Equal([Outbound, Administration, Queries], await network.Holds("db"));
    }

    [Fact]
    public async Task What_somebody_takes_away_that_the_baseline_names_comes_back_once()
    {
        var network = await Databases();
        await network.OpenAs(Alice, "db", Queries, Administration);

        var handled = await network.CloseAs(Alice, "db", Administration);

        Assert.Equal([Outbound, Administration, Queries], await network.Holds("db"));
        Assert.Single(handled.Calls, call => call == "ec2:AuthorizeSecurityGroupIngress");
        Assert.Equal("restored", (await Notice(network.Id("db"))).Attributes["outcome"]);
    }

    [Fact]
    public async Task A_reference_to_a_group_comes_back_as_the_same_reference()
    {
        var network = await Databases();
        await network.OpenAs(Alice, "db", Queries, Administration);
        await network.CloseAs(Alice, "db", Queries);
        Assert.Equal([Outbound, Administration, Queries], await network.Holds("db"));
    }

    [Fact]
    public async Task What_a_deny_rule_forbids_is_not_put_back()
    {
        var network = await Databases();
        await network.OpenAs(Alice, "db", Queries, Administration);
        await Town.Watch(() => Town.Call(Alice, "CreateTags", ("ResourceId.1", network.Id("db")), ("Tag.1.Key", "Frozen"), ("Tag.1.Value", "yes")));
        Assert.Equal([Outbound, Queries], await network.Holds("db"));

        await network.CloseAs(Alice, "db", Queries);

        Assert.Equal([Outbound, Queries], await network.Holds("db"));
    }

    [Fact]
    public async Task Whoever_may_change_the_group_is_told_that_the_baseline_is_out_of_date()
    {
        var network = await Databases(("ManagedBy", "terraform"));
        await network.OpenAs(Terraform, "db", Queries, Administration, "tcp/3306 from 10.0.0.0/16");
        Assert.Equal([Outbound, Administration, "tcp/3306 from 10.0.0.0/16", Queries], await network.Holds("db"));

        await network.CloseAs(Terraform, "db", Queries);

        Assert.Equal([Outbound, Administration, "tcp/3306 from 10.0.0.0/16"], await network.Holds("db"));
        Assert.Contains("out of date", (await Notice(network.Id("db"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_opens_in_what_terraform_manages_is_reverted_and_what_terraform_opens_stays()
    {
        var network = new Network(Town);
        await network.Build(("app-1", [("ManagedBy", "terraform")]));
        await network.OpenAs(Terraform, "app-1", "tcp/443 from 0.0.0.0/0");
        await network.OpenAs(Alice, "app-1", "tcp/8443 from 0.0.0.0/0");
        Assert.Equal([Outbound, "tcp/443 from 0.0.0.0/0"], await network.Holds("app-1"));
    }

    [Fact]
    public async Task What_somebody_else_closes_there_is_told()
    {
        var network = new Network(Town);
        await network.Build(("app-1", [("ManagedBy", "terraform")]));
        await network.OpenAs(Terraform, "app-1", "tcp/443 from 0.0.0.0/0");
        await network.CloseAs(Alice, "app-1", "tcp/443 from 0.0.0.0/0");

        Assert.Equal([Outbound], await network.Holds("app-1"));
        Assert.Contains("alice@example.com", (await Notice(network.Id("app-1"))).Body, StringComparison.Ordinal);
    }

    private async Task<Network> Databases(params (string, string)[] tags)
    {
        var network = new Network(Town);
        await network.Build(("app-1", []), ("db", [("Tier", "database"), .. tags]));
        return network;
    }

    /// <summary>The last that people were told about the group.</summary>
    private async Task<ReceivedNotice> Notice(string group)
    {
        await Town.Account.Notices.FirstAsync(IsOfIt, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return Town.Account.Notices.All.Last(IsOfIt);

        bool IsOfIt(ReceivedNotice notice) => notice.Attributes.GetValueOrDefault("groupId") == group;
    }
}

using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using static Remediator.Core.Tests.Sweeps.SweptRegion;

namespace Remediator.Core.Tests.Sweeps;

/// <summary>How a round goes through all groups, whatever comes in between.</summary>
public sealed class RoundTests
{
    private const string Acts = "  sweep: act\n";

    [Fact]
    public async Task Three_thousand_groups_cost_a_call_to_EC2_for_each_two_hundred()
    {
        var region = new SweptRegion(Rule());
        for (var n = 0; n < 3_000; n++) region.Ec2.Put($"sg-{n:d4}", Open(443), Account.Permission(Direction.Egress, "-1", null, null, "0.0.0.0/0"));
        var report = await region.Round();
        Assert.Equal(3_000, report.Groups);
        Assert.Equal(15, region.Calls.Count(c => c == "Page"));
        Assert.Equal(15, region.Calls.Count(c => !c.StartsWith("Note", StringComparison.Ordinal)));
        Assert.Equal(3_000, region.Calls.Count(c => c == "Note? seen"));
    }

    [Fact]
    public async Task A_round_begins_when_its_time_has_come_and_not_before()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1");
        await region.Round();
        region.Clock.Advance(Every - TimeSpan.FromMinutes(1));
        region.Calls.Clear();
        Assert.Null((await region.Run()).Round);
        Assert.Equal(["Note? sweep"], region.Calls);
        region.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await region.Run()).Groups);
    }

    [Fact]
    public async Task A_run_stops_in_time_and_the_next_goes_on()
    {
        var region = new SweptRegion(Rule());
        for (var n = 0; n < 500; n++) region.Ec2.Put($"sg-{n:d4}");
        region.Ec2.AfterPage = () => region.Clock.Advance(TimeSpan.FromSeconds(30));
        var first = await region.Run();
        Assert.False(first.IsDone);
        Assert.Equal(200, first.Groups);
        Assert.Equal(200, (await region.Run()).Groups);
        var last = await region.Run();
        Assert.True(last.IsDone);
        Assert.Equal((first.Round, 100), (last.Round, last.Groups));
    }

    [Fact]
    public async Task Without_time_nothing_is_begun()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        Assert.Equal(0, (await region.Run(seconds: 9)).Groups);
        Assert.DoesNotContain("Page", region.Calls);
    }

    [Fact]
    public async Task A_page_that_is_throttled_is_asked_for_again()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        region.Ec2.Pages.Enqueue(new GroupsPage.Failed("RequestLimitExceeded: slowly", true));
        region.Ec2.Pages.Enqueue(new GroupsPage.Failed("RequestLimitExceeded: slowly", true));
        Assert.Equal(1, (await region.Round()).Groups);
        Assert.Single(region.Topic.Notices);
    }

    [Fact]
    public async Task A_page_that_fails_is_a_problem_and_the_next_run_goes_on_with_it()
    {
        var region = new SweptRegion(Rule()) { Ec2 = { PageSize = 1 } };
        region.Ec2.Put("sg-1", Open());
        region.Ec2.Put("sg-2", Open());
        region.Ec2.Pages.Enqueue(null);
        region.Ec2.Pages.Enqueue(new GroupsPage.Failed("UnauthorizedOperation: you are not allowed", false));
        var first = await region.Run();
        Assert.Equal(["the groups could not be listed: UnauthorizedOperation: you are not allowed"], first.Problems);
        Assert.Equal((1, false), (first.Groups, first.IsDone));
        Assert.Equal((1, true), ((await region.Run()) is var second ? second.Groups : 0, second.IsDone));
        Assert.Equal(2, region.Topic.Notices.Count);
    }

    [Fact]
    public async Task A_token_that_EC2_does_not_take_any_more_begins_the_round_again_and_nothing_is_told_twice()
    {
        var region = new SweptRegion(Rule()) { Ec2 = { PageSize = 1 } };
        region.Ec2.Put("sg-1", Open());
        region.Ec2.Put("sg-2", Open());
        region.Ec2.Pages.Enqueue(null);
        region.Ec2.Pages.Enqueue(new GroupsPage.TokenRefused("InvalidNextToken: expired"));
        var report = await region.Round();
        Assert.Equal(3, report.Groups);
        Assert.Equal(2, region.Topic.Notices.Count);
    }

    [Fact]
    public async Task A_token_that_is_never_taken_ends_the_round_with_a_problem()
    {
        var region = new SweptRegion(Rule()) { Ec2 = { PageSize = 1 } };
        region.Ec2.Put("sg-1");
        region.Ec2.Put("sg-2");
        for (var n = 0; n < 9; n++)
        {
            region.Ec2.Pages.Enqueue(null);
            region.Ec2.Pages.Enqueue(new GroupsPage.TokenRefused("InvalidNextToken: expired"));
        }

        var report = await region.Run();
        Assert.True(report.IsDone);
        Assert.Equal(["EC2 does not take its own token of the next page, for the 4th time in this round: InvalidNextToken: expired"], report.Problems);
    }

    [Fact]
    public async Task A_group_that_vanishes_between_the_listing_and_its_turn_is_told_to_nobody()
    {
        var region = new SweptRegion(Rule(more: Acts));
        region.Ec2.Put("sg-1", Open());
        region.Ec2.AfterPage = () => region.Ec2.Groups.Remove("sg-1");
        await region.Round();
        Assert.Empty(region.Topic.Notices);
        Assert.Empty(region.Hub.Findings);
    }

    [Fact]
    public async Task A_permission_that_is_gone_by_then_is_not_acted_on()
    {
        var region = new SweptRegion(Rule(more: Acts));
        region.Ec2.Put("sg-1", Open());
        region.Ec2.AfterPage = () => region.Ec2.Take("sg-1", Open());
        await region.Round();
        Assert.DoesNotContain("Ledger Claim", region.Calls);
        Assert.Empty(region.Topic.Notices);
    }

    [Fact]
    public async Task A_group_that_cannot_be_read_is_a_problem_and_hides_no_other()
    {
        var region = new SweptRegion(Rule());
        var group = region.Ec2.Put("sg-1", Open());
        region.Ec2.Pages.Enqueue(new GroupsPage.Found([group], [("sg-0", "group `sg-0` could not be read: of a permission its peer is none that we know")], null));
        var report = await region.Run();
        Assert.Equal(["group `sg-0` could not be read: of a permission its peer is none that we know"], report.Problems);
        Assert.Equal((1, true), (report.Groups, report.IsDone));
    }

    [Fact]
    public async Task A_revoke_that_fails_is_tried_again_by_the_next_run_and_told_once()
    {
        var region = new SweptRegion(Rule(more: Acts));
        region.Ec2.Put("sg-1", Open());
        region.Ec2.Objects = _ => new RevokeAnswer.Refused(null, "UnauthorizedOperation: no", false);
        var report = await region.Run();
        Assert.False(report.IsDone);
        Assert.Equal([Outcome.Failed], Outcomes(report));
        Assert.False((await region.Run()).IsDone);
        Assert.Single(region.Topic.Notices);
        region.Ec2.Objects = _ => null;
        region.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await region.Run()).IsDone);
        Assert.False(region.Stands("sg-1", Open()));
        Assert.True(Assert.Single(region.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task What_always_fails_does_not_keep_a_round_from_its_end()
    {
        var region = new SweptRegion(Rule(more: Acts));
        region.Ec2.Put("sg-1", Open());
        region.Ec2.Objects = _ => new RevokeAnswer.Refused(null, "UnauthorizedOperation: no", false);
        var runs = 0;
        while (!(await region.Run()).IsDone) Assert.True(++runs < 10);
        Assert.Single(region.Topic.Notices);
        region.Clock.Advance(Every);
        await region.Run();
        Assert.Single(region.Topic.Notices);
    }

    [Fact]
    public async Task Lists_and_groups_that_permissions_refer_to_are_read_once_a_run()
    {
        var region = new SweptRegion("rules:\n- id: R1\n  name: lists\n  deny: { direction: ingress, service: tcp/22, peer: internet }\n  why: because\n- id: R2\n  name: groups\n  deny: { direction: ingress, peer: \"group:web\" }\n  why: because\ngroups:\n  web: { tags: { Tier: web } }\n") { Ec2 = { PageSize = 50 } };
        region.Ec2.PrefixLists["pl-1"] = new("pl-1", null, Events.Account, Policies.PolicyText.Addresses("203.0.113.0/24"));
        for (var n = 0; n < 100; n++) region.Ec2.Put($"sg-{n:d3}", Account.Ingress(22, "pl-1"), Account.Ingress(443, $"sg-{(n + 37) % 100:d3}"), Account.Ingress(80, $"sg-foreign-{n}"));
        await region.Round();
        Assert.Equal(1, region.Calls.Count(c => c.StartsWith("ReadPrefixList", StringComparison.Ordinal)));
        Assert.Equal(2, region.Calls.Count(c => c.StartsWith("DescribeAll", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_runs_that_meet_stop_each_other_and_tell_nothing_twice()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        var name = $"sweep/{Events.Account}/{Events.Region}";
        region.Ec2.AfterPage = () => region.Notebook.Write(new(name, "{}", 2, region.Clock.GetUtcNow().AddDays(1)), default);
        var report = await region.Run();
        Assert.Equal([$"note `{name}` was written by somebody else meanwhile"], report.Problems);
        region.Ec2.AfterPage = () => { };
        await region.Run();
        Assert.Single(region.Topic.Notices);
    }
}

using Remediator.Core.Tests.Pipelines;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Sweeps.SweptRegion;

namespace Remediator.Core.Tests.Sweeps;

/// <summary>What a sweep tells, and how often.</summary>
public sealed class TellingTests
{
    [Fact]
    public async Task What_a_sweep_finds_is_left_open_and_told_once_over_three_rounds()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open(), Open(443));
        Assert.Equal([Outcome.Told], Outcomes(await region.Round()));
        Assert.Empty((await region.Round()).Results);
        Assert.Empty((await region.Round()).Results);
        Assert.True(region.Stands("sg-1", Open()));
        Assert.Single(region.Topic.Notices);
        Assert.False(Assert.Single(region.Hub.Findings.Values).Passed);
        Assert.Equal(1, region.Calls.Count(c => c == "Ledger Claim"));
    }

    [Fact]
    public async Task The_notice_of_a_sweep_names_nobody_and_says_why_nothing_was_done()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        await region.Round();
        var notice = Assert.Single(region.Topic.Notices);
        Assert.Contains("Not known: no event led here.\nA sweep of all groups found this at 2026-03-01 12:00:00 UTC.", notice.Body, StringComparison.Ordinal);
        Assert.Contains("a sweep found it, and only tells of it: `sweep` of the policy is `notify`", notice.Body, StringComparison.Ordinal);
        Assert.Contains("who opened it is not known", Assert.Single(region.Hub.Findings.Values).Description, StringComparison.Ordinal);
        Assert.Equal("told", notice.Attributes["outcome"]);
    }

    [Fact]
    public async Task What_is_still_open_a_day_later_is_seen_again_in_Security_Hub_and_in_no_other_notice()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        await region.Round();
        var first = Assert.Single(region.Hub.Findings.Values).UpdatedAt;
        for (var round = 0; round < 4; round++) await region.Round();
        Assert.InRange(Assert.Single(region.Hub.Findings.Values).UpdatedAt - first, TimeSpan.FromHours(24), TimeSpan.FromHours(24.1));
        Assert.Equal(2, region.Hub.States.Count);
        Assert.Single(region.Topic.Notices);
    }

    [Fact]
    public async Task What_was_closed_by_hand_is_passed_and_resolved_and_told_again_when_it_returns()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        await region.Round();
        region.Ec2.Take("sg-1", Open());
        await region.Round();
        var finding = Assert.Single(region.Hub.Findings.Values);
        Assert.True(finding.Passed);
        Assert.Contains(finding.Id, region.Hub.Resolved);
        Assert.Empty((await region.Round()).Results);

        region.Ec2.Add("sg-1", Open());
        await region.Round();
        Assert.False(Assert.Single(region.Hub.Findings.Values).Passed);
        Assert.Equal(2, region.Topic.Notices.Count);
    }

    [Fact]
    public async Task What_the_policy_allows_now_is_passed()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        await region.Round();
        region.Say(Rule(more: "  unless: { peer: anywhere }\n"));
        await region.Round();
        Assert.True(Assert.Single(region.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task A_passed_finding_that_Security_Hub_did_not_take_is_passed_in_the_next_round()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        await region.Round();
        region.Ec2.Take("sg-1", Open());
        region.Hub.Says = _ => new("ThrottlingException: slowly", true);
        region.Clock.Advance(Every);
        Assert.NotEmpty((await region.Run()).Problems);
        region.Hub.Says = _ => Answer.Ok;
        await region.Round();
        Assert.True(Assert.Single(region.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task Of_several_only_the_new_one_is_told()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        await region.Round();
        region.Ec2.Add("sg-1", Open(peer: "::/0"));
        var told = Assert.IsType<Result.Judged>(Assert.Single((await region.Round()).Results));
        Assert.Equal([Open(peer: "::/0")], told.Handled.Select(h => h.Verdict.Permission));
        Assert.Equal(2, region.Topic.Notices.Count);
        Assert.All(region.Hub.Findings.Values, f => Assert.False(f.Passed));
    }

    [Fact]
    public async Task A_group_that_is_deleted_has_its_findings_archived_once()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        region.Ec2.Put("sg-2");
        await region.Round();
        region.Ec2.Groups.Remove("sg-1");
        await region.Round();
        await region.Round();
        Assert.Equal(["arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"], region.Hub.Archived);
    }

    [Fact]
    public async Task A_group_that_the_listing_left_out_keeps_its_findings()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        await region.Round();
        region.Ec2.Pages.Enqueue(new GroupsPage.Found([], [], null));
        await region.Round();
        Assert.Empty(region.Hub.Archived);
        await region.Round();
        Assert.Single(region.Topic.Notices);
    }

    [Fact]
    public async Task A_notice_that_nobody_took_is_sent_by_the_next_run_of_the_round()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put("sg-1", Open());
        region.Topic.Says = new("Throttled: slowly", true);
        region.World = region.World with { Books = region.World.Books with { Outbox = new NoOutbox() } };
        Assert.False((await region.Run()).IsDone);
        region.Topic.Says = Answer.Ok;
        Assert.True((await region.Run()).IsDone);
        Assert.Single(region.Topic.Notices);
        await region.Round();
        Assert.Single(region.Topic.Notices);
    }

    [Fact]
    public async Task What_an_event_told_of_and_left_open_is_not_told_by_the_next_sweep()
    {
        var region = new SweptRegion(Rule(more: "  action: notify\n"));
        region.Ec2.Put(FakeEc2.GroupId, Open());
        var pipeline = new Pipeline(region.Policy, Mode.Enforce, region.World);
        var judged = await pipeline.Run(
            Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0")), new(Events.Account, "aws", region.Clock.GetUtcNow().AddSeconds(30)) { Holder = "event" }, TestContext.Current.CancellationToken);
        Assert.Empty(judged.Problems);
        Assert.Empty((await region.Round()).Results);
        Assert.Single(region.Topic.Notices);
        region.Ec2.Take(FakeEc2.GroupId, Open());
        await region.Round();
        Assert.True(Assert.Single(region.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task What_a_baseline_misses_is_told_once_and_not_put_back()
    {
        var region = new SweptRegion(Baseline("notify"));
        region.Ec2.Put("sg-1");
        Assert.Equal([Outcome.Missing], Outcomes(await region.Round()));
        Assert.Empty((await region.Round()).Results);
        Assert.Empty(region.Ec2.Groups["sg-1"].Permissions);
        Assert.Contains("`sweep` of the policy is `notify`", Assert.Single(region.Topic.Notices).Body, StringComparison.Ordinal);

        region.Ec2.Add("sg-1", Open(443, "203.0.113.0/24"));
        await region.Round();
        Assert.True(Assert.Single(region.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task What_a_baseline_misses_is_put_back_where_the_policy_says_act_after_what_is_extra_is_closed()
    {
        var region = new SweptRegion(Baseline("act"));
        region.Ec2.Put("sg-1");
        await region.Round();
        Assert.Equal([Open(443, "203.0.113.0/24")], region.Ec2.Groups["sg-1"].Permissions);

        region.Ec2.Take("sg-1", Open(443, "203.0.113.0/24"));
        region.Ec2.Add("sg-1", Open(8080));
        region.Calls.Clear();
        await region.Round();
        Assert.Equal([Open(443, "203.0.113.0/24")], region.Ec2.Groups["sg-1"].Permissions);
        Assert.Equal(["Revoke", "Authorize"], region.Calls.Select(c => c.Split(' ')[0]).Where(c => c is "Revoke" or "Authorize"));
    }

    private static string Baseline(string sweep) =>
        $"sweep: {sweep}\nbaselines:\n- id: b\n  group: any\n  ingress: [{{ id: web, service: tcp/443, peer: 203.0.113.0/24, why: customers }}]\n  extra: revoke\n  missing: restore\n";
}

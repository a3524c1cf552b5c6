using Remediator.Core.Tests.Pipelines;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Waivers;
using static Remediator.Core.Tests.Schedule.Desk;

namespace Remediator.Core.Tests.Schedule;

public sealed class LeaseEndTests
{
    private static readonly TimeSpan PastIt = TimeSpan.FromHours(8.01);

    [Fact]
    public async Task A_lease_whose_time_is_not_over_is_left_alone()
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        await desk.RunWell();
        Assert.Single(desk.Ec2.Permissions!);
        Assert.Empty(desk.Topic.Notices);
        Assert.Equal(1, desk[Id].Version);
    }

    [Fact]
    public async Task Its_end_is_told_an_hour_before_and_once()
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(TimeSpan.FromHours(6.9));
        await desk.RunWell();
        Assert.Empty(desk.Topic.Notices);
        desk.Clock.Advance(TimeSpan.FromHours(0.2));
        await desk.RunWell();
        await desk.RunWell();
        Assert.Equal("endsSoon", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
        Assert.Single(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task The_end_of_a_short_one_is_told_when_a_quarter_of_it_is_left()
    {
        var desk = new Desk().Holding(Lease(hours: 1)).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(TimeSpan.FromMinutes(44));
        await desk.RunWell();
        Assert.Empty(desk.Topic.Notices);
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.RunWell();
        Assert.Single(desk.Topic.Notices);
    }

    [Fact]
    public async Task An_end_that_was_moved_is_told_again_under_another_id()
    {
        var desk = new Desk().Holding(Lease());
        desk.Clock.Advance(TimeSpan.FromHours(7.5));
        await desk.RunWell();
        var told = desk[Id];
        desk.Holding(told.Next() with { Waiver = told.Waiver with { Until = told.Waiver.Until + TimeSpan.FromHours(4) } });
        await desk.RunWell();
        Assert.Single(desk.Topic.Notices);
        desk.Clock.Advance(TimeSpan.FromHours(4));
        await desk.RunWell();
        Assert.Equal(2, desk.Topic.Notices.Select(n => n.Id).Distinct().Count());
    }

    [Fact]
    public async Task At_its_end_exactly_its_rule_is_closed_and_told()
    {
        var other = Account.Ingress(443, "0.0.0.0/0", "sgr-web");
        var desk = new Desk().Holding(Lease()).Standing(other, Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(PastIt);
        var report = await desk.RunWell();
        Assert.Equal([other], desk.Ec2.Permissions!);
        Assert.Equal("closed", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
        Assert.Equal((LeaseState.Closed, true), (desk[Id].Lease!.State, desk[Id].EndedAt is not null));
        var call = Assert.Single(report.Steps[0].Calls);
        Assert.Equal("RevokeSecurityGroupIngress", call.Operation);
        Assert.True((await desk.Ledger.IsOurs(call.RequestId, Group, [], desk.Clock.GetUtcNow(), default)).Value);
        desk.Calls.Clear();
        await desk.RunWell();
        Assert.DoesNotContain(desk.Calls, c => c.StartsWith("Agreements Find", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_took_its_place_under_its_id_is_not_touched_and_told()
    {
        var changed = Account.Ingress(3306, "203.0.113.7/32", "sgr-lease");
        var desk = new Desk().Holding(Lease()).Standing(changed);
        desk.Clock.Advance(PastIt);
        await desk.RunWell();
        Assert.Equal([changed], desk.Ec2.Permissions!);
        var notice = Assert.Single(desk.Topic.Notices);
        Assert.Equal("changed", notice.Attributes["outcome"]);
        Assert.Contains("What stands there: sgr-lease is ingress tcp/3306 203.0.113.7/32 now", notice.Body, StringComparison.Ordinal);
        Assert.NotNull(desk[Id].EndedAt);
    }

    [Fact]
    public async Task The_same_under_another_id_is_somebody_elses()
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-other" });
        desk.Clock.Advance(PastIt);
        await desk.RunWell();
        Assert.Equal("sgr-other", Assert.Single(desk.Ec2.Permissions!).RuleId);
        Assert.Equal("changed", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_gone_already_is_told_in_one_notice_and_no_call_is_made(bool groupIsGone)
    {
        var desk = new Desk().Holding(Lease()).Standing();
        if (groupIsGone) desk.Ec2.Permissions = null;
        desk.Clock.Advance(PastIt);
        Assert.Empty((await desk.RunWell()).Steps[0].Calls);
        Assert.Equal("gone", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
        Assert.Equal(LeaseState.Closed, desk[Id].Lease!.State);
    }

    [Fact]
    public async Task One_whose_opening_nobody_answered_is_closed_by_its_description()
    {
        var desk = new Desk().Holding(Lease(LeaseState.Opening, ruleId: null)).Standing(Opened with { RuleId = "sgr-1" });
        desk.Clock.Advance(PastIt);
        await desk.RunWell();
        Assert.Empty(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task One_whose_opening_nobody_answered_does_not_close_what_somebody_else_described()
    {
        var desk = new Desk().Holding(Lease(LeaseState.Opening, ruleId: null)).Standing(Opened with { RuleId = "sgr-1", Description = "the office" });
        desk.Clock.Advance(PastIt);
        await desk.RunWell();
        Assert.Single(desk.Ec2.Permissions!);
        Assert.Equal("changed", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
    }

    [Theory]
    [InlineData(LeaseState.Closed)]
    [InlineData(LeaseState.Refused)]
    public async Task One_that_is_over_already_is_only_recorded(LeaseState state)
    {
        var desk = new Desk().Holding(Lease(state)).Standing(Opened with { RuleId = "sgr-lease" });
        await desk.RunWell();
        Assert.NotNull(desk[Id].EndedAt);
        Assert.Empty(desk.Topic.Notices);
        Assert.Single(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task While_the_kill_switch_is_on_it_stays_open_and_that_is_told_once()
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(PastIt);
        await desk.Turn(true);
        await desk.RunWell();
        await desk.RunWell();
        Assert.Single(desk.Ec2.Permissions!);
        var notice = Assert.Single(desk.Topic.Notices);
        Assert.Equal(("overdue", "high"), (notice.Attributes["outcome"], notice.Attributes["severity"]));
        Assert.Contains("Why not: the kill switch is on", notice.Body, StringComparison.Ordinal);
        await desk.Turn(false);
        await desk.RunWell();
        Assert.Empty(desk.Ec2.Permissions!);
        Assert.Equal(["overdue", "closed"], desk.Topic.Notices.Select(n => n.Attributes["outcome"]));
    }

    [Fact]
    public async Task While_the_mode_is_observe_it_stays_open_and_that_is_told_once()
    {
        var desk = new Desk(Mode.Observe).Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(PastIt);
        await desk.RunWell();
        await desk.RunWell();
        Assert.Single(desk.Ec2.Permissions!);
        Assert.Contains("the mode is observe", Assert.Single(desk.Topic.Notices).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_makes_it_longer_at_that_moment_wins()
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(PastIt);
        var longer = desk[Id].Next() with { Waiver = Waiver(hours: 20) };
        var raced = false;
        desk.Kept.Refuses = what =>
        {
            if (raced || what != $"Agreements Write {Id}") return null;
            raced = true;
            desk.Holding(longer);
            return null;
        };
        var report = await desk.Run();
        Assert.Equal([$"agreements: lease `{Id}` was changed by somebody else meanwhile; the next run looks at it again"], report.Problems);
        Assert.Single(desk.Ec2.Permissions!);
        Assert.Empty(desk.Topic.Notices);
        await desk.RunWell();
        Assert.Single(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task A_call_that_EC2_refuses_is_told_once_fails_every_run_and_is_tried_by_each()
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(PastIt);
        desk.Ec2.OwnRefusals.Enqueue(new RevokeAnswer.Refused("r-1", "UnauthorizedOperation: no, said 1", false));
        desk.Ec2.OwnRefusals.Enqueue(new RevokeAnswer.Refused("r-2", "UnauthorizedOperation: no, said 2", false));
        Assert.Equal([$"agreements: lease `{Id}` was not closed: UnauthorizedOperation: no, said 1"], (await desk.Run()).Problems);
        Assert.Equal([$"agreements: lease `{Id}` was not closed: UnauthorizedOperation: no, said 2"], (await desk.Run()).Problems);
        Assert.Equal("overdue", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
        await desk.RunWell();
        Assert.Empty(desk.Ec2.Permissions!);
        Assert.Equal("closed", desk.Topic.Notices[^1].Attributes["outcome"]);
    }

    [Fact]
    public async Task Throttling_is_waited_out()
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(PastIt);
        for (var i = 0; i < 3; i++) desk.Ec2.OwnRefusals.Enqueue(new RevokeAnswer.Refused("r", "RequestLimitExceeded", true));
        Assert.Equal(4, (await desk.RunWell()).Steps[0].Calls.Length);
        Assert.Empty(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task An_answer_without_proof_is_proven_by_a_read()
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(PastIt);
        desk.Ec2.AnswersReturnOnly = true;
        await desk.RunWell();
        Assert.Equal("closed", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
    }

    [Fact]
    public async Task A_call_that_was_taken_without_effect_is_no_closing()
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(PastIt);
        desk.Ec2.OwnRefusals.Enqueue(new RevokeAnswer.Taken("r", true, [], []));
        Assert.Equal([$"agreements: lease `{Id}` was not closed: EC2 still shows it"], (await desk.Run()).Problems);
        Assert.Equal("overdue", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
        Assert.Null(desk[Id].EndedAt);
    }

    [Fact]
    public async Task One_that_fails_does_not_keep_the_next_open()
    {
        var second = Account.Ingress(3389, "203.0.113.7/32", "sgr-second");
        var other = Lease(id: "second", ruleId: "sgr-second") with { Lease = new(second, LeaseState.Open, "sgr-second") };
        var desk = new Desk().Holding(Lease(hours: 7.9), other).Standing(Opened with { RuleId = "sgr-lease" }, second);
        desk.Clock.Advance(PastIt);
        desk.Kept.Refuses = what => what == $"Agreements Find {Id}" ? throw new InvalidOperationException("something unforeseen") : null;
        Assert.Equal([$"agreements: lease `{Id}`: something unforeseen"], (await desk.Run()).Problems);
        Assert.Equal("sgr-lease", Assert.Single(desk.Ec2.Permissions!).RuleId);
    }

    [Fact]
    public async Task Nothing_is_closed_while_nobody_knows_whether_the_kill_switch_is_on()
    {
        var desk = new Desk().Holding(Lease(), Lease(id: "waiver") with { Lease = null }).Standing(Opened with { RuleId = "sgr-lease" });
        desk.UnreadableSwitch = "ProvisionedThroughputExceededException";
        desk.Clock.Advance(PastIt);
        Assert.Equal(["agreements: the kill switch could not be read, so that nothing was changed: ProvisionedThroughputExceededException"], (await desk.Run()).Problems);
        Assert.Single(desk.Ec2.Permissions!);
        Assert.Equal("ended", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
    }
}

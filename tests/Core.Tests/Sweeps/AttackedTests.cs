using Remediator.Changes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Sweeps;
using Remediator.Verdicts;
using static Remediator.Core.Tests.Sweeps.SweptRegion;

namespace Remediator.Core.Tests.Sweeps;

/// <summary>What an attack came through, and was told of and left open, in the sweeps that follow.</summary>
public sealed class AttackedTests
{
    private static readonly GroupKey Group = new(Events.Account, Events.Region, "sg-1");

    [Fact]
    public async Task A_door_that_the_policy_allows_is_not_passed_for_as_long_as_it_stands()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put(Group.GroupId, Open(443));
        await Remember(region, Open(443));
        await region.Round();
        await region.Round();
        Assert.Empty(region.Hub.Findings);

        region.Ec2.Take(Group.GroupId, Open(443));
        await region.Round();
        Assert.True(Assert.Single(region.Hub.Findings.Values).Passed);
        region.Hub.Findings.Clear();
        await region.Round();
        Assert.Empty(region.Hub.Findings);
    }

    [Fact]
    public async Task A_door_that_the_policy_forbids_is_told_by_the_sweep_under_its_own_rule()
    {
        var region = new SweptRegion(Rule());
        region.Ec2.Put(Group.GroupId, Open());
        await Remember(region, Open());
        Assert.Equal([Outcome.Told], Outcomes(await region.Round()));
        Assert.EndsWith("/SG001", Assert.Single(region.Hub.Findings.Keys), StringComparison.Ordinal);
    }

    private static Task Remember(SweptRegion region, Permission door)
    {
        var rule = new Rule("THREAT", "attack", Direction.Ingress, TrafficSet.All, TrafficSet.Empty, Severity.High, RuleAction.Notify, RuleAction.Notify, null, "an attack", [], new Place("guardduty", 1, 1)) { Kind = RuleKind.Threat };
        var told = new Handled(new Verdict(door, Decision.Violation, [new Reason(rule, Decision.Violation, TrafficSet.All, false)], Severity.High, null, TrafficSet.All, 1, 0, 0), Outcome.Told);
        var change = new Change("guardduty/f@1", "Attack", Events.Time, Group.Account, Group.Region, new(Group.GroupId, null), new("guardduty", null, null, null, Channel.Unknown, null)) { Kind = ChangeKind.Attacked };
        return new EventMarks(region.Policy, region.World).Remember(
            new Result.Judged(change, Group, [told], [], null), false, new(Events.Account, "aws", region.Clock.GetUtcNow().AddSeconds(30)) { Region = Events.Region, Holder = "finding" }, TestContext.Current.CancellationToken);
    }
}

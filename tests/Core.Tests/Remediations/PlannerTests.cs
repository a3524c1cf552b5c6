using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;

namespace Remediator.Core.Tests.Remediations;

public sealed class PlannerTests
{
    [Fact]
    public void Both_directions_get_a_call_each()
    {
        var plan = Planner.Make(Some.Group, [Some.Verdict(Some.Ssh()), Some.Verdict(Some.Egress(25))], _ => null);
        Assert.Equal([Direction.Ingress, Direction.Egress], plan.Calls.Select(c => c.Direction));
        Assert.Empty(plan.Spared);
    }

    [Fact]
    public void A_permission_that_stands_twice_is_revoked_once()
    {
        var plan = Planner.Make(Some.Group, [Some.Verdict(Some.Ssh()), Some.Verdict(Some.Ssh())], _ => null);
        Assert.Single(Assert.Single(plan.Calls).Permissions);
    }

    [Theory]
    [InlineData(RuleAction.Notify, Mode.Enforce, null, Outcome.Told)]
    [InlineData(RuleAction.Notify, Mode.Enforce, "the mode is observe", Outcome.Told)]
    [InlineData(RuleAction.Revoke, Mode.Observe, null, Outcome.Observed)]
    [InlineData(RuleAction.Revoke, Mode.Enforce, "the mode is observe", Outcome.Observed)]
    public void What_is_not_revoked_says_why(RuleAction action, Mode mode, string? mayNotAct, Outcome expected)
    {
        var plan = Planner.Make(Some.Group, [Some.Verdict(Some.Ssh(), action, mode)], _ => mayNotAct is null ? null : new(mayNotAct));
        Assert.Empty(plan.Calls);
        Assert.Equal(expected, Assert.Single(plan.Spared).Outcome);
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(2500, 3)]
    public void A_call_carries_at_most_a_thousand(int permissions, int calls)
    {
        var verdicts = Enumerable.Range(0, permissions).Select(i => Some.Verdict(Some.Ssh($"198.{18 + (i / 256)}.{i % 256}.0/24"))).ToImmutableArray();
        var plan = Planner.Make(Some.Group, verdicts, _ => null);
        Assert.Equal(calls, plan.Calls.Length);
        Assert.Equal(permissions, plan.Calls.Sum(c => c.Permissions.Length));
        Assert.All(plan.Calls, c => Assert.InRange(c.Permissions.Length, 1, Revocation.MostPermissions));
    }

    [Fact]
    public void A_trim_stands_with_its_pieces_and_in_no_revoke()
    {
        var trim = Some.Verdict(Some.Ssh(), RuleAction.Trim) with { Action = RuleAction.Trim, Remainder = [Some.Ssh("203.0.113.0/24")] };
        var plan = Planner.Make(Some.Group, [trim, Some.Verdict(Some.Egress(25))], _ => null);
        Assert.Equal(Some.Egress(25), Assert.Single(Assert.Single(plan.Calls).Permissions));
        var trimming = Assert.Single(plan.Trims);
        Assert.Equal((Some.Ssh(), Some.Ssh("203.0.113.0/24")), (trimming.Wide, Assert.Single(trimming.Pieces)));
    }

    [Fact]
    public void A_trim_of_which_nothing_would_remain_is_a_revoke()
    {
        var plan = Planner.Make(Some.Group, [Some.Verdict(Some.Ssh(), RuleAction.Trim) with { Remainder = [] }], _ => null);
        Assert.Empty(plan.Trims);
        Assert.Single(plan.Calls);
    }

    [Theory]
    [InlineData(Mode.Observe, null)]
    [InlineData(Mode.Enforce, "the mode is observe")]
    public void A_trim_that_is_held_back_is_observed(Mode mode, string? mayNotAct)
    {
        var plan = Planner.Make(Some.Group, [Some.Verdict(Some.Ssh(), RuleAction.Trim, mode)], _ => mayNotAct is null ? null : new(mayNotAct));
        Assert.Equal(Outcome.Observed, Assert.Single(plan.Spared).Outcome);
        Assert.Empty(plan.Trims);
    }

    [Fact]
    public void What_is_missing_is_put_back_in_one_call_for_each_direction_or_told_with_why_not()
    {
        Shortfall Missing(int port, string? why) => new(Some.Verdict(Some.Egress(port)), why);
        var plan = Planner.Make(Some.Group, [], _ => null).With([Missing(25, null), Missing(26, null), new(Some.Verdict(Some.Ssh()), null), Missing(27, "the group is protected")]);
        Assert.Equal([2, 1], plan.Restorations.Select(r => r.Permissions.Length));
        Assert.Equal((Outcome.Missing, "the group is protected"), Assert.Single(plan.Spared.Select(h => (h.Outcome, h.Detail))));
    }

    [Fact]
    public void The_inverse_puts_back_the_permission_as_it_was()
    {
        var described = Some.Ssh() with { Description = "just for a minute", Tags = [KeyValuePair.Create("Owner", "web")] };
        var inverse = new Revocation(Some.Group, Direction.Ingress, [described]).Inverse;
        var restored = Assert.Single(inverse.Permissions);
        Assert.Equal("just for a minute", restored.Description);
        Assert.Equal(described.Tags, restored.Tags);
        Assert.Equal((Some.Group, Direction.Ingress), (inverse.Group, inverse.Direction));
    }
}

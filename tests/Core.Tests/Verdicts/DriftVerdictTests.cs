using Remediator.Changes;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>Baselines and change control as rules of another kind, and waivers over all of them.</summary>
public sealed class DriftVerdictTests
{
    private const string Terraform = "arn:aws:iam::111122223333:role/terraform";
    private static readonly Place Somewhere = new("policy.yaml", 1, 1);
    private static readonly Permission FromOffice = Given.Opening("tcp", 22, 22, "203.0.113.0/24");

    private static readonly Baseline Baseline = new(
        "DB", GroupSelector.Any, [new("office", Direction.Ingress, Given.Ssh, Given.Blocks("203.0.113.0/24"), [new PeerSymbol.Self()], "why", Somewhere)], null,
        RuleAction.Revoke, false, Severity.Medium, null, "drift", Somewhere);

    private static readonly ChangeControl Control = new("CH", GroupSelector.Any, new([new(Terraform)], [], []), true, false, Severity.Low, null, "not yours", Somewhere);

    [Theory]
    [InlineData("tcp", 22, "203.0.113.0/25", Decision.Compliant)]
    [InlineData("tcp", 22, Given.Group, Decision.Compliant)]
    [InlineData("tcp", 22, "203.0.112.0/23", Decision.Violation)]
    [InlineData("tcp", 23, "203.0.113.0/25", Decision.Violation)]
    [InlineData("tcp", 22, "sg-0000000000000000f", Decision.Violation)]
    public void Everything_that_no_entry_names_is_extra(string protocol, int port, string peer, Decision expected)
    {
        var verdict = Decide(new() { Baselines = [Baseline] }, Given.Opening(protocol, port, port, peer));

        Assert.Equal(expected, verdict.Decision);
        Assert.All(verdict.Reasons, r => Assert.Equal((RuleKind.Baseline, "DB", RuleAction.Revoke), (r.Rule.Kind, r.Rule.Id, r.Asks)));
    }

    [Fact]
    public void Direction_of_which_the_baseline_says_nothing_is_free()
    {
        Assert.Equal(Decision.Compliant, Decide(new() { Baselines = [Baseline] }, Given.Opening("-1", null, null, "0.0.0.0/0", Direction.Egress)).Decision);
        Assert.Equal(Decision.Violation, Decide(new() { Baselines = [Baseline with { Egress = [] }] }, Given.Opening("-1", null, null, "0.0.0.0/0", Direction.Egress)).Decision);
    }

    [Theory]
    [InlineData(null, Decision.Compliant)]
    [InlineData(Terraform, Decision.Compliant)]
    [InlineData("arn:aws:iam::111122223333:role/developer", Decision.Violation)]
    public void Change_control_is_asked_of_whoever_opened_it(string? role, Decision expected)
    {
        var verdict = Decide(new() { Changes = [Control] }, FromOffice, By(role));

        Assert.Equal(expected, verdict.Decision);
        Assert.Equal(expected == Decision.Violation ? RuleAction.Revoke : null, verdict.Action);
    }

    [Fact]
    public void Actor_who_may_change_the_group_outranks_its_baseline_and_no_deny_rule()
    {
        var policy = new Parts { Baselines = [Baseline], Changes = [Control], Rules = [Given.Deny(Given.Tcp(80), Given.Internet)] };
        var extra = Decide(policy, Given.Opening("tcp", 8080, 8080, "203.0.113.0/24"), By(Terraform));
        var denied = Decide(policy, Given.Opening("tcp", 80, 80, "203.0.113.0/24"), By(Terraform));

        Assert.Equal((Decision.Violation, RuleAction.Notify, true), (extra.Decision, extra.Action, extra.Reasons.Single().Outdated));
        Assert.Equal(RuleAction.Revoke, denied.Action);
    }

    [Fact]
    public void Actor_who_may_change_a_group_that_is_not_known_leaves_the_baseline_undecided()
    {
        var control = Control with { Groups = new GroupSelector.ByTag("ManagedBy", new("terraform")) };
        var verdict = Decide(new() { Baselines = [Baseline], Changes = [control] }, Given.Opening("tcp", 8080, 8080, "203.0.113.0/24"), By(Terraform));

        Assert.Equal((Decision.Undecided, RuleAction.Notify, NeededFacts.Tags), (verdict.Decision, verdict.Action, verdict.Needs.Facts));
    }

    [Fact]
    public void Waiver_covers_a_deny_rule_change_control_and_a_baseline()
    {
        var policy = new Parts { Baselines = [Baseline with { Ingress = [] }], Changes = [Control], Rules = [Given.Deny(Given.Ssh, Given.Internet)] };
        var verdict = Decide(policy, FromOffice, By("arn:aws:iam::111122223333:role/developer") with { Waivers = [Waiver("203.0.113.0/24")] });

        Assert.Equal((Decision.Waived, (RuleAction?)null, 3), (verdict.Decision, verdict.Action, verdict.Reasons.Length));
        Assert.Equal("W1", verdict.Waivers.Single().Id);
        Assert.Equal(256, verdict.Waived.Addresses.Count(AddressFamily.IPv4));
        Assert.True(verdict.Forbidden.IsEmpty && verdict.Needs.IsNothing);
    }

    [Fact]
    public void Waiver_for_a_part_leaves_the_rest_forbidden()
    {
        var verdict = Decide(new() { Rules = [Given.Deny(Given.Ssh, Given.Internet)] }, FromOffice, Given.Here with { Waivers = [Waiver("203.0.113.0/25")] });

        Assert.Equal((Decision.Violation, 128, RuleAction.Revoke), (verdict.Decision, (int)verdict.IPv4Addresses, verdict.Action));
        Assert.Equal(Given.Blocks("203.0.113.0/25"), verdict.Waived.Addresses);
    }

    [Fact]
    public void Waiver_for_all_that_is_surely_forbidden_leaves_what_is_perhaps_forbidden_undecided()
    {
        var deny = Given.Deny(TrafficSet.Of(Given.Ssh, Given.Blocks("203.0.113.0/25"))) with { DenySymbols = [new(Given.Ssh, new PeerSymbol.PrefixList(Given.PrefixList))] };
        var verdict = Decide(new() { Rules = [deny] }, FromOffice, Given.Here with { Waivers = [Waiver("203.0.113.0/25")] });

        Assert.Equal((Decision.Undecided, RuleAction.Notify), (verdict.Decision, verdict.Action));
        Assert.Equal([Given.PrefixList], verdict.Needs.PrefixLists);
        Assert.Equal(Given.Blocks("203.0.113.128/25"), verdict.Forbidden.Addresses);
    }

    [Theory]
    [InlineData(-1, 0, Direction.Ingress, Given.Group)] // its end has come
    [InlineData(1, 2, Direction.Ingress, Given.Group)]
    [InlineData(-1, 1, Direction.Egress, Given.Group)]
    [InlineData(-1, 1, Direction.Ingress, "sg-0000000000000000f")]
    public void Waiver_of_another_time_direction_or_group_waives_nothing(int from, int until, Direction direction, string group)
    {
        var waiver = Waiver("0.0.0.0/0") with
        {
            From = Given.Here.Now.AddHours(from),
            Until = Given.Here.Now.AddHours(until),
            Direction = direction,
            Group = Given.Here.Group.Key with { GroupId = group },
        };
        var verdict = Decide(new() { Rules = [Given.Deny(Given.Ssh, Given.Internet)] }, FromOffice, Given.Here with { Waivers = [waiver] });

        Assert.Equal((Decision.Violation, true), (verdict.Decision, verdict.Waivers.IsEmpty));
    }

    [Fact]
    public void Trim_keeps_what_nobody_forbade_and_a_baseline_that_only_tells_takes_nothing()
    {
        var policy = new Parts { Baselines = [Baseline with { Extra = RuleAction.Notify }], Rules = [Given.Deny(Given.Ssh, Given.Internet, Given.Blocks("203.0.113.0/24")) with { Action = RuleAction.Trim }] };
        var verdict = Decide(policy, Given.Opening("tcp", 0, 65535, "0.0.0.0/0"));

        Assert.Equal(RuleAction.Trim, verdict.Action);
        Assert.Equal(["ingress tcp/0-21 0.0.0.0/0", "ingress tcp/22 203.0.113.0/24", "ingress tcp/23-65535 0.0.0.0/0"], verdict.Remainder.Select(p => p.Content).Order(StringComparer.Ordinal));
        Assert.True(verdict.Dropped.Addresses.Equals(Given.Private.Of(AddressFamily.IPv4)));
    }

    [Fact]
    public void Trim_keeps_what_is_waived()
    {
        var rule = Given.Deny(Given.Ssh, Given.Internet) with { Action = RuleAction.Trim };
        var verdict = Decide(new() { Rules = [rule] }, Given.Opening("tcp", 22, 22, "0.0.0.0/0"), Given.Here with { Waivers = [Waiver("203.0.113.7/32")] });

        Assert.Equal(["ingress tcp/22 203.0.113.7/32"], verdict.Remainder.Select(p => p.Content));
    }

    private static Waiver Waiver(string block) => new(
        "W1", Given.Here.Group.Key, Direction.Ingress, Given.Ssh, Given.Blocks(block), [], "owner", "reason", null, Given.Here.Now.AddHours(-1), Given.Here.Now.AddHours(1));

    private static Situation By(string? role) => Given.Here with
    {
        OpenedBy = role is null ? null : new Actor("arn:aws:sts::111122223333:assumed-role/x/y", role, null, null, Channel.Unknown, null),
    };

    private static Verdict Decide(Parts parts, Permission permission, Situation? situation = null)
    {
        var policy = Given.Policy(parts.Rules) with { Baselines = [.. parts.Baselines], Changes = [.. parts.Changes] };
        return Judge.Decide(policy, permission, situation ?? Given.Here);
    }

    private sealed record Parts
    {
        public Rule[] Rules { get; init; } = [];

        public Baseline[] Baselines { get; init; } = [];

        public ChangeControl[] Changes { get; init; } = [];
    }
}

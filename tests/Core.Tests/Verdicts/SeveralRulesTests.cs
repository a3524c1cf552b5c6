using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>How the reasons of several rules add up: one test for each line of the table above the judge.</summary>
public sealed class SeveralRulesTests
{
    private static readonly Permission SshFromAnywhere = Given.Opening("tcp", 0, 1023, "0.0.0.0/0");
    private static readonly Permission SshFromList = Given.Opening("tcp", 22, 22, Given.PrefixList);

    [Fact]
    public void Every_rule_is_named_in_the_policy_s_order_and_forbidden_is_their_union()
    {
        var verdict = Judge.Decide(
            Given.Policy(
                Given.Deny(Given.Tcp(80), Given.Blocks("0.0.0.0/1"), id: "Z"),
                Given.Deny(Given.Tcp(443), Given.Internet, unless: AddressSet.All, id: "never"),
                Given.Deny(Given.Ssh, Given.Blocks("128.0.0.0/1"), id: "A")),
            SshFromAnywhere, Given.Here);

        Assert.Equal(["Z", "A"], verdict.Reasons.Select(r => r.Rule.Id));
        Assert.Equal("tcp/22, tcp/80", verdict.Forbidden.Services.ToString());
        Assert.Equal(System.Numerics.BigInteger.Pow(2, 32), verdict.IPv4Addresses);
    }

    [Fact]
    public void Exception_of_one_rule_excuses_nothing_from_another()
    {
        var verdict = Judge.Decide(
            Given.Policy(
                Given.Deny(Given.Ssh, Given.Internet, unless: Given.Blocks("203.0.113.0/24"), id: "A"),
                Given.Deny(Given.Ssh, Given.Blocks("203.0.113.7/32"), id: "B")),
            Given.Opening("tcp", 22, 22, "203.0.113.0/24"), Given.Here);

        Assert.Equal(["B"], verdict.Reasons.Select(r => r.Rule.Id));
        Assert.Equal(1, verdict.IPv4Addresses);
    }

    [Fact]
    public void Severity_is_the_highest_and_action_the_strongest_of_those_that_enforce()
    {
        var verdict = Judge.Decide(
            Given.Policy(
                Rule("low", Severity.Low, RuleAction.Revoke),
                Rule("critical", Severity.Critical, RuleAction.Notify)),
            SshFromAnywhere, Given.Here);

        Assert.Equal(Severity.Critical, verdict.Severity);
        Assert.Equal(RuleAction.Revoke, verdict.Action);
    }

    [Fact]
    public void Observing_rule_is_told_and_adds_neither_action_nor_traffic()
    {
        var verdict = Judge.Decide(
            Given.Policy(
                Rule("watch", Severity.Critical, RuleAction.Revoke, Given.Tcp(80)) with { Mode = Mode.Observe },
                Rule("act", Severity.Low, RuleAction.Notify)),
            SshFromAnywhere, Given.Here);

        Assert.Equal(["watch", "act"], verdict.Reasons.Select(r => r.Rule.Id));
        Assert.Equal([true, false], verdict.Reasons.Select(r => r.Observing));
        Assert.Equal(RuleAction.Notify, verdict.Action);
        Assert.Equal(Severity.Critical, verdict.Severity);
        Assert.Equal("tcp/22", verdict.Forbidden.Services.ToString());
    }

    [Theory]
    [InlineData(Mode.Enforce, null, false)]
    [InlineData(Mode.Enforce, Mode.Enforce, false)]
    [InlineData(Mode.Enforce, Mode.Observe, true)]
    [InlineData(Mode.Observe, null, true)]
    [InlineData(Mode.Observe, Mode.Enforce, true)]
    [InlineData(Mode.Observe, Mode.Observe, true)]
    public void Rule_can_only_be_more_careful_than_its_policy(Mode policy, Mode? rule, bool observing)
    {
        var verdict = Judge.Decide(
            Given.Policy(Rule("R", Severity.High, RuleAction.Revoke) with { Mode = rule }) with { Mode = policy },
            SshFromAnywhere, Given.Here);

        Assert.Equal(Decision.Violation, verdict.Decision);
        Assert.Equal(observing ? null : RuleAction.Revoke, verdict.Action);
        Assert.Equal(observing, verdict.WouldRevoke);
        Assert.Equal("tcp/22", verdict.Forbidden.Services.ToString());
    }

    [Fact]
    public void Violation_outranks_undecided_and_the_undecided_rule_is_still_named()
    {
        var verdict = Judge.Decide(
            Given.Policy(
                Given.Deny(Given.Ssh, Given.Internet, id: "perhaps") with { Severity = Severity.Critical },
                Given.Deny(Given.Ssh, AddressSet.All, id: "surely") with { Severity = Severity.Low }),
            SshFromList, Given.Here);

        Assert.Equal(Decision.Violation, verdict.Decision);
        Assert.Equal([Decision.Undecided, Decision.Violation], verdict.Reasons.Select(r => r.Decision));
        Assert.Equal(Severity.Low, verdict.Severity);
    }

    [Theory]
    [InlineData(RuleAction.Notify)]
    [InlineData(RuleAction.Revoke)]
    public void Undecided_rule_asks_for_what_its_undecided_says_and_not_for_its_action(RuleAction undecided)
    {
        var verdict = Judge.Decide(Given.Policy(Given.Deny(Given.Ssh, Given.Internet) with { Undecided = undecided }), SshFromList, Given.Here);

        Assert.Equal(Decision.Undecided, verdict.Decision);
        Assert.Equal(undecided, verdict.Action);
    }

    [Fact]
    public void Undecided_rule_that_only_watches_asks_for_nothing()
    {
        var rule = Given.Deny(Given.Ssh, Given.Internet) with { Undecided = RuleAction.Revoke, Mode = Mode.Observe };
        var verdict = Judge.Decide(Given.Policy(rule), SshFromList, Given.Here);

        Assert.Equal(Decision.Undecided, verdict.Decision);
        Assert.Null(verdict.Action);
    }

    [Theory]
    [InlineData(Mode.Observe)]
    [InlineData(null)]
    public void Certain_rule_never_holds_back_one_that_revokes_what_it_cannot_read(Mode? certain)
    {
        var verdict = Judge.Decide(
            Given.Policy(
                Given.Deny(Given.Ssh, AddressSet.All, id: "surely") with { Mode = certain, Action = RuleAction.Notify },
                Given.Deny(Given.Ssh, Given.Internet, id: "perhaps") with { Undecided = RuleAction.Revoke }),
            SshFromList, Given.Here);

        Assert.Equal(Decision.Violation, verdict.Decision);
        Assert.Equal(RuleAction.Revoke, verdict.Action);
    }

    private static Rule Rule(string id, Severity severity, RuleAction action, ServiceSet? services = null) =>
        Given.Deny(services ?? Given.Ssh, Given.Internet, id: id) with { Severity = severity, Action = action };
}

using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Policies;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Verdicts;

public sealed class ThreatJudgeTests
{
    private static readonly GroupKey Group = new("111122223333", "eu-west-1", "sg-1");
    private static readonly TrafficSet Came = TrafficSet.Of(ServiceSet.Ports(Protocol.Tcp, 22, 22), PolicyText.Addresses("198.51.100.7/32"));

    [Theory]
    [InlineData("", "notify", Decision.Violation, RuleAction.Revoke, true)]
    [InlineData("", "revoke", Decision.Violation, RuleAction.Revoke, true)]
    [InlineData("  action: notify\n", "notify", Decision.Violation, RuleAction.Notify, true)]
    [InlineData("  action: notify\n", "revoke", Decision.Violation, RuleAction.Revoke, true)]
    [InlineData("  mode: observe\n", "notify", Decision.Violation, null, true)]
    [InlineData("  mode: observe\n", "revoke", Decision.Violation, RuleAction.Revoke, true)]
    [InlineData("  groups: { id: sg-other }\n", "notify", Decision.Violation, RuleAction.Notify, false)]
    [InlineData("  groups: { id: sg-other }\n", "revoke", Decision.Violation, RuleAction.Revoke, false)]
    public void A_door_asks_for_what_the_table_says(string rule, string answer, Decision decision, RuleAction? action, bool isForbidden)
    {
        var verdict = Decide(rule, answer);
        Assert.Equal((decision, action), (verdict.Decision, verdict.Action));
        Assert.Equal(isForbidden ? ["R1", "THREAT"] : ["THREAT"], verdict.Rules);
        Assert.Equal(rule.Contains("observe", StringComparison.Ordinal) && answer == "notify", verdict.WouldRevoke);
    }

    [Fact]
    public void A_waiver_of_all_that_came_in_leaves_what_the_policy_says()
    {
        var verdict = Decide("", "revoke", Waive("198.51.100.0/24"));
        Assert.Equal(["R1"], verdict.Rules);
        Assert.Equal(RuleAction.Revoke, verdict.Action);
        Assert.Equal(Decision.Waived, Decide("", "revoke", Waive("0.0.0.0/0")).Decision);
        Assert.Equal(Decision.Compliant, Decide("  groups: { id: sg-other }\n", "revoke", Waive("0.0.0.0/0")).Decision);
    }

    [Fact]
    public void A_waiver_of_something_else_holds_nothing_back()
    {
        var verdict = Decide("  groups: { id: sg-other }\n", "revoke", Waive("203.0.113.0/24"));
        Assert.Equal(RuleAction.Revoke, verdict.Action);
        Assert.Equal(["THREAT"], verdict.Rules);
    }

    [Fact]
    public void A_policy_that_observes_only_says_what_would_be()
    {
        var policy = PolicyText.Good(PolicyText.OneRule("{ direction: ingress, service: tcp/3389, peer: internet }").Replace("mode: enforce", "mode: observe", StringComparison.Ordinal));
        var verdict = ThreatJudge.DecideAll(policy, [Account.Ingress(22, "0.0.0.0/0")], new(new(Group), Events.Time), Came, _ => (Rule(RuleAction.Revoke), null))[0];
        Assert.True(verdict is { Action: null, WouldRevoke: true });
    }

    private static Verdict Decide(string rule, string answer, params ImmutableArray<Waiver> waivers)
    {
        var policy = PolicyText.Good(PolicyText.OneRule("{ direction: ingress, service: tcp/22, peer: internet }") + rule + "guardrails: { revocations-per-hour: { account: 50 } }\n");
        var asked = answer == "revoke" ? RuleAction.Revoke : RuleAction.Notify;
        return ThreatJudge.DecideAll(policy, [Account.Ingress(22, "0.0.0.0/0")], new(new(Group), Events.Time) { Waivers = waivers }, Came, _ => (Rule(asked), null))[0];
    }

    private static Waiver Waive(string block) => new(
        "w", Group, Direction.Ingress, ServiceSet.Ports(Protocol.Tcp, 22, 22), PolicyText.Addresses(block), [], "arn:aws:iam::111122223333:user/ann", "needed", null, Events.Time.AddHours(-1), Events.Time.AddHours(1));

    private static Rule Rule(RuleAction action) =>
        new("THREAT", "an attack", Direction.Ingress, TrafficSet.Empty, TrafficSet.Empty, Severity.High, action, RuleAction.Notify, null, "an attack came through", [], new("policy.yaml", 1, 1)) { Kind = RuleKind.Threat };
}

using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>Puts the doors that an attack came through to the policy, and to the answer that the attack asks for.</summary>
/// <remarks>Each door has a reason of its own besides the policy's, of the whole door: what came in through it. Waivers in the situation count for both.
/// <code>
/// what came in      the answer asks to   the policy               action
/// waived            anything             anything                 the policy's
/// not, or in part   revoke               anything                 revoke
/// not, or in part   tell                 forbids it               the policy's
/// not, or in part   tell                 forbids, only observes   none: null
/// not, or in part   tell                 allows it                notify
/// </code></remarks>
public static class ThreatJudge
{
    /// <param name="came">What came in.</param>
    /// <param name="answer">What the policy says of a door → the rule that says what the threat asks for, notify or revoke, and why it only
    /// tells of this door; null where it does not, or tells of all.</param>
    public static ImmutableArray<Verdict> DecideAll(
        Policy policy, ImmutableArray<Permission> doors, Situation situation, TrafficSet came, Func<Verdict, (Rule Rule, string? OnlyToldBecause)> answer) =>
        [.. Judge.DecideAll(policy, doors, situation).Select(verdict => With(policy, verdict, situation, came, answer))];

    private static Verdict With(Policy policy, Verdict verdict, Situation situation, TrafficSet came, Func<Verdict, (Rule Rule, string? OnlyToldBecause)> answer)
    {
        var reach = PeerReach.Of(verdict.Permission.Peer, policy.Private, situation);
        var hearing = new Hearing(PolicyIndex.Of(policy), verdict.Permission, situation, reach);
        var through = came.Intersect(hearing.Opened);
        // A door that an attack came through, whatever is known of its peer by now.
        if (through.IsEmpty) through = hearing.Opened;
        var waived = WaivedTraffic.Of(hearing);
        if (through.Minus(waived).IsEmpty) return verdict;
        var (rule, onlyToldBecause) = answer(verdict);
        var attack = new Reason(rule, Decision.Violation, hearing.Opened.Minus(waived), policy.Mode == Mode.Observe) { OnlyToldBecause = onlyToldBecause };
        return Joined(verdict, attack, hearing) with { Waived = verdict.Waived.Union(waived.Intersect(through)) };
    }

    private static Verdict Joined(Verdict verdict, Reason attack, Hearing hearing)
    {
        var forbids = verdict.Decision == Decision.Violation;
        var action = Action(verdict, attack);
        // Where the policy forbids some of it, people read how much; else how much the door admits.
        var counted = forbids ? verdict : Weighing.Forbidding(attack.Forbidden, hearing, verdict);
        return counted with
        {
            Decision = Decision.Violation,
            Reasons = verdict.Decision == Decision.Waived ? [attack] : [.. verdict.Reasons, attack],
            Severity = forbids && verdict.Severity > attack.Rule.Severity ? verdict.Severity : attack.Rule.Severity,
            Action = action,
            Remainder = action == RuleAction.Trim ? verdict.Remainder : [],
            Dropped = action == RuleAction.Trim ? verdict.Dropped : TrafficSet.Empty,
        };
    }

    /// <summary>What would have been removed, were it not only observed, is told so.</summary>
    private static RuleAction? Action(Verdict verdict, Reason attack)
    {
        if (attack.Observing) return verdict.Action;
        if (attack.Asks == RuleAction.Revoke) return RuleAction.Revoke;
        return verdict.Action ?? (verdict.WouldRevoke || verdict.WouldTrim ? null : attack.Asks);
    }
}

using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>One permission, put to one rule after another.</summary>
internal readonly record struct RuleQuestion(Permission Permission, PeerReach Reach, Mode PolicyMode)
{
    /// <summary>What the rule has to say, or null when it has nothing against the permission:
    /// <code>
    /// the rule forbids of services × reach    exact peer     unknown peer
    /// nothing                                 null           null
    /// some service from all of the reach      violation      violation: whatever the peer is, this is forbidden
    /// something, but no such service          violation      undecided
    /// </code></summary>
    public Reason? Ask(Rule rule)
    {
        if (rule.Direction is { } direction && direction != Permission.Direction) return null;
        // Nearly every permission ends here, so nothing has been built up to this line.
        if (!rule.Forbids.Overlaps(Permission.Services, Reach.Addresses)) return null;
        // A rule can only be more careful than its policy.
        var observing = PolicyMode == Mode.Observe || rule.Mode == Mode.Observe;
        var atMost = rule.Forbids.Intersect(TrafficSet.Of(Permission.Services, Reach.Addresses));
        if (Reach.Exact) return new(rule, Decision.Violation, atMost, observing);
        var surely = TrafficSet.Of(atMost.ServicesFromAllOf(Reach.Addresses), Reach.Addresses);
        return surely.IsEmpty ? new(rule, Decision.Undecided, atMost, observing) : new(rule, Decision.Violation, surely, observing);
    }
}

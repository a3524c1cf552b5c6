using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>What one rule has to say about one permission, and what of it hangs on something unread.</summary>
internal sealed record Answer(IndexedRule Asked, Meeting Meeting, Reason Reason)
{
    /// <param name="onlyToldBecause">See <see cref="Reason.OnlyToldBecause"/>.</param>
    public static Answer Of(IndexedRule rule, Meeting meeting, Policy policy, string? onlyToldBecause)
    {
        var decision = meeting.Surely.IsEmpty ? Decision.Undecided : Decision.Violation;
        // A rule can only be more careful than its policy.
        var observing = policy.Mode == Mode.Observe || rule.Rule.Mode == Mode.Observe;
        var reason = new Reason(rule.Rule, decision, decision == Decision.Violation ? meeting.Surely : meeting.AtMost, observing)
        {
            Outdated = meeting.Outdated,
            OnlyTells = meeting.OnlyTells,
            OnlyToldBecause = onlyToldBecause,
            Because = decision == Decision.Undecided ? Because(meeting) : null,
        };
        return new(rule, meeting, reason);
    }

    public Needs Needs => Meeting.Matter().Aggregate(Needs.Nothing, (sum, doubt) => sum.And(doubt.Needs));

    /// <summary>What is left of it once waivers are taken away; null: nothing.</summary>
    public Answer? Without(TrafficSet waived)
    {
        if (waived.IsEmpty) return this;
        var left = Reason.Forbidden.Minus(waived);
        return left.IsEmpty ? Unsure(waived) : this with { Reason = Reason with { Forbidden = left } };
    }

    /// <summary>Where all that is surely forbidden is waived, what is perhaps forbidden besides is undecided, and no less.</summary>
    private Answer? Unsure(TrafficSet waived)
    {
        var perhaps = Meeting.AtMost.Minus(waived);
        if (perhaps.IsEmpty) return null;
        var meeting = Meeting with { Surely = TrafficSet.Empty, AtMost = perhaps };
        return this with { Meeting = meeting, Reason = Reason with { Decision = Decision.Undecided, Forbidden = perhaps, Because = Because(meeting) } };
    }

    private static string Because(Meeting meeting) => string.Join(", ", meeting.Matter().Select(doubt => doubt.Text).Distinct());
}

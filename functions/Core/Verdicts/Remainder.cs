using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts.Trimming;

namespace Remediator.Verdicts;

/// <summary>What trim keeps of a permission, where some rule asks for that and none for more. A trim that keeps nothing is a revoke.</summary>
internal static class Remainder
{
    /// <param name="answers">All of them.</param>
    /// <param name="left">What waivers leave of them.</param>
    /// <param name="waived">What the waivers in force cover, forbidden or not.</param>
    public static Verdict Of(Verdict verdict, Hearing hearing, ImmutableArray<Answer> answers, ImmutableArray<Answer> left, TrafficSet waived)
    {
        if (verdict is not { Decision: Decision.Violation, Action: RuleAction.Trim }) return verdict;
        ImmutableArray<Answer> against = [.. left.Where(Subtracts)];
        var cut = Trimmer.Cut(
            hearing.Permission.Direction,
            hearing.Permission,
            hearing.Reach.Addresses,
            hearing.Reach.Exact,
            [.. against.Select(answer => Opposed(answer, waived))],
            waived,
            hearing.Index.Policy,
            piece => MayStand(piece, hearing, answers));
        var unread = against.Aggregate(TrafficSet.Empty, (sum, answer) => sum.Union(Against(answer, waived))).Minus(verdict.Forbidden);
        var action = cut.Pieces.IsEmpty ? RuleAction.Revoke : RuleAction.Trim;
        return verdict with { Action = action, Remainder = cut.Pieces, Dropped = cut.Dropped.Union(unread) };
    }

    /// <summary>Whether the piece goes without what this one forbids: a rule of <c>rules</c> whatever it asks for; a baseline or change
    /// control only where it acts, since all that somebody opened is extra to these.</summary>
    private static bool Subtracts(Answer answer)
    {
        var reason = answer.Reason;
        if (reason.Observing || reason.OnlyTells || reason.OnlyToldBecause is not null || reason.Decision != Decision.Violation) return false;
        return reason.Rule.Kind == RuleKind.Deny || reason.Asks != RuleAction.Notify;
    }

    /// <summary>What goes because of this one: of a rule that revokes what it cannot read, also what it may forbid.</summary>
    private static TrafficSet Against(Answer answer, TrafficSet waived) =>
        (answer.Reason.Rule.Undecided == RuleAction.Revoke ? answer.Meeting.AtMost : answer.Meeting.Surely).Minus(waived);

    /// <summary>On the services where something goes: others keep the permission's own peer.</summary>
    private static Opposed Opposed(Answer answer, TrafficSet waived)
    {
        var against = Against(answer, waived);
        var denied = answer.Meeting.Denied.Union(against).Intersect(TrafficSet.Of(against.Services, AddressSet.All));
        return new(denied, answer.Meeting.Allowed);
    }

    /// <summary>Whether the piece, judged by itself, is free of what the rules act on.</summary>
    private static bool MayStand(Permission piece, Hearing whole, ImmutableArray<Answer> answers)
    {
        var reach = PeerReach.Of(piece.Peer, whole.Index.Policy.Private, whole.Situation);
        var hearing = new Hearing(whole.Index, piece, whole.Situation, reach);
        var waived = WaivedTraffic.Of(hearing);
        foreach (var rule in whole.Index.Rules(piece.Direction))
        {
            var meeting = rule.Rule.MaxAddresses is null ? hearing.Meet(rule) : Part(answers, rule, hearing);
            if (meeting is null || Answer.Of(rule, meeting, whole.Index.Policy, whole.WhyOnlyTold(rule)).Without(waived) is not { } answer) continue;
            if (Subtracts(answer) || answer.Reason is { Observing: false, Asks: RuleAction.Revoke }) return false;
        }

        return true;
    }

    /// <summary>What was too much of the whole permission is too much of the piece.</summary>
    private static Meeting? Part(ImmutableArray<Answer> answers, IndexedRule rule, Hearing piece)
    {
        if (answers.FirstOrDefault(answer => answer.Asked == rule)?.Meeting is not { } whole) return null;
        var atMost = whole.AtMost.Intersect(piece.Opened);
        return atMost.IsEmpty ? null : whole with { Surely = whole.Surely.Intersect(piece.Opened), AtMost = atMost };
    }
}

using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts.Trimming;

namespace Remediator.Verdicts;

/// <summary>What trim keeps of a permission, where some rule asks for that and none for more.</summary>
internal static class Remainder
{
    /// <param name="answers">All of them.</param>
    /// <param name="left">What waivers leave of them.</param>
    public static Verdict Of(Verdict verdict, Hearing hearing, ImmutableArray<Answer> answers, ImmutableArray<Answer> left)
    {
        if (verdict is not { Decision: Decision.Violation, Action: RuleAction.Trim }) return verdict;
        var cut = Trimmer.Cut(
            hearing.Permission.Direction,
            hearing.Permission,
            hearing.Reach.Addresses,
            hearing.Reach.Exact,
            [.. left.Where(Subtracts).Select(Opposed)],
            verdict.Waived,
            hearing.Index.Policy,
            piece => MayStand(piece, hearing, answers));
        return verdict with { Remainder = cut.Pieces, Dropped = cut.Dropped };
    }

    /// <summary>Whether the piece goes without what this one forbids: a rule of <c>rules</c> whatever it asks for; a baseline or change
    /// control only where it acts, since all that somebody opened is extra to these.</summary>
    private static bool Subtracts(Answer answer)
    {
        var reason = answer.Reason;
        if (reason.Observing || reason.OnlyTells || reason.Decision != Decision.Violation) return false;
        return reason.Rule.Kind == RuleKind.Deny || reason.Asks != RuleAction.Notify;
    }

    /// <summary>On the services where something is forbidden: others keep the permission's own peer.</summary>
    private static Opposed Opposed(Answer answer)
    {
        var services = TrafficSet.Of(answer.Reason.Forbidden.Services, AddressSet.All);
        return new(answer.Meeting.Denied.Intersect(services), answer.Meeting.Allowed);
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
            if (meeting is null || Answer.Of(rule, meeting, whole.Index.Policy).Without(waived) is not { } answer) continue;
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

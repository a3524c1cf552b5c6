using System.Numerics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>Makes one verdict of what the rules have to say.</summary>
internal static class Weighing
{
    public static Verdict Compliant(Permission permission) =>
        new(permission, Decision.Compliant, [], Severity.Informational, null, TrafficSet.Empty, BigInteger.Zero, BigInteger.Zero, 0);

    /// <param name="answers">At least one.</param>
    public static Verdict Of(Hearing hearing, ImmutableArray<Answer> answers)
    {
        if (hearing.Situation.Waivers.IsEmpty) return Remainder.Of(Violating(hearing, answers), hearing, answers, answers, TrafficSet.Empty);
        var waived = WaivedTraffic.Of(hearing);
        var forbidden = answers.Aggregate(TrafficSet.Empty, (sum, answer) => sum.Union(answer.Reason.Forbidden));
        if (!waived.Overlaps(forbidden)) return Remainder.Of(Violating(hearing, answers), hearing, answers, answers, waived);
        ImmutableArray<Answer> left = [.. answers.Select(answer => answer.Without(waived)).OfType<Answer>()];
        var verdict = (left.IsEmpty ? Waived(hearing.Permission, answers) : Violating(hearing, left)) with
        {
            Waived = waived.Intersect(forbidden),
            Waivers = [.. hearing.Situation.Waivers.Where(waiver => WaivedTraffic.Of(waiver, hearing).Overlaps(forbidden))],
        };
        return Remainder.Of(verdict, hearing, answers, left, waived);
    }

    /// <summary>The verdict with this forbidden, and counted.</summary>
    public static Verdict Forbidding(TrafficSet forbidden, Hearing hearing, Verdict verdict)
    {
        var counted = hearing.Reach.Exact ? forbidden.Addresses : AddressSet.Empty;
        return verdict with
        {
            Forbidden = forbidden,
            IPv4Addresses = counted.Count(AddressFamily.IPv4),
            IPv6Addresses = counted.Count(AddressFamily.IPv6),
            ShareOfInternet = ShareOfInternet(hearing, counted),
        };
    }

    /// <summary>The strongest that an enforcing reason asks for; null when all only observe.</summary>
    public static RuleAction? StrongestAction(ImmutableArray<Reason> reasons)
    {
        RuleAction? strongest = null;
        foreach (var reason in reasons)
            if (!reason.Observing && !(reason.Asks <= strongest)) strongest = reason.Asks;
        return strongest;
    }

    private static Verdict Waived(Permission permission, ImmutableArray<Answer> answers) => Compliant(permission) with
    {
        Decision = Decision.Waived,
        Reasons = [.. answers.Select(answer => answer.Reason)],
        Severity = answers.Max(answer => answer.Reason.Rule.Severity),
    };

    private static Verdict Violating(Hearing hearing, ImmutableArray<Answer> answers)
    {
        ImmutableArray<Reason> reasons = [.. answers.Select(answer => answer.Reason)];
        var decision = reasons.Max(r => r.Decision);
        var carrying = reasons.Where(r => r.Decision == decision).ToList();
        var enforced = carrying.Where(r => !r.Observing).ToList();
        var forbidden = (enforced.Count > 0 ? enforced : carrying).Aggregate(TrafficSet.Empty, (sum, r) => sum.Union(r.Forbidden));
        return Forbidding(forbidden, hearing, Compliant(hearing.Permission)) with
        {
            Decision = decision,
            Reasons = reasons,
            Severity = carrying.Max(r => r.Rule.Severity),
            Action = StrongestAction(reasons),
            Needs = answers.Aggregate(WaivedTraffic.Needs(hearing, forbidden), (sum, answer) => sum.And(answer.Needs)),
        };
    }

    /// <summary>A block and a list have one family; of a list that a test gave two, the larger share.</summary>
    private static double ShareOfInternet(Hearing hearing, AddressSet counted) => counted.IsEmpty ? 0 : Math.Max(
        hearing.Index.ShareOfInternet(counted, AddressFamily.IPv4),
        hearing.Index.ShareOfInternet(counted, AddressFamily.IPv6));
}

using Remediator.Diagnostics;
using Remediator.Policies.Selectors;

namespace Remediator.Policies.Checks;

/// <summary>Warns of each entry of <c>threats</c> that surely adds nothing to another; of two that are equal, the later one.</summary>
internal static class ResponseCheck
{
    /// <summary>Letters of patterns that are compared. Beyond it no more entries are, which is told: all that is lost is a warning.</summary>
    private const long MostCompared = 30_000_000;

    public static IEnumerable<Diagnostic> Check(Policy policy)
    {
        var (threats, left) = (policy.Threats, MostCompared);
        for (var i = 0; i < threats.Length; i++)
        {
            for (var j = 0; j < threats.Length && left > 0; j++)
            {
                if (i == j || !AddsNothing(threats[i], threats[j], ref left) || (i < j && AddsNothing(threats[j], threats[i], ref left))) continue;
                yield return Codes.ResponseAddsNothing.At(threats[i].Place, FormattableString.Invariant($"`{Word(threats[i])}` adds nothing to `{Word(threats[j])}` on line {threats[j].Place.Line}, which is for all of these findings"), "take it out, or narrow the other");
                break;
            }
        }

        if (left <= 0)
            yield return Codes.NotAllCompared.At(threats[0].Place, "not every entry of `threats` was compared with every other, so one that adds nothing may not be told", "nothing need be done; fewer or shorter patterns would be compared in full");
    }

    private static bool AddsNothing(ThreatResponse one, ThreatResponse other, ref long left)
    {
        left -= 5;
        if (other.MinimumSeverity > one.MinimumSeverity || !IsAsStrong(other, one)) return false;
        foreach (var type in one.Types)
            if (!IsCovered(type, other.Types, ref left)) return false;
        return true;
    }

    private static bool IsCovered(Pattern type, ImmutableArray<Pattern> by, ref long left)
    {
        foreach (var pattern in by)
        {
            left -= (long)type.Text.Length * pattern.Text.Length;
            if (left <= 0) return false;
            if (PatternLogic.Covers(pattern, type)) return true;
        }

        return false;
    }

    /// <summary>Whether the first gives every answer that the second gives. A suspension closes what is forbidden as well.</summary>
    private static bool IsAsStrong(ThreatResponse first, ThreatResponse second) => second.Answer switch
    {
        ThreatAnswer.Notify => true,
        ThreatAnswer.Close => first.Answer is ThreatAnswer.Close or ThreatAnswer.Suspend,
        _ => first == second with { Types = first.Types, MinimumSeverity = first.MinimumSeverity, Place = first.Place },
    };

    private static string Word(ThreatResponse threat) => $"{threat.Answer}".ToLowerInvariant();
}

using Remediator.Groups;
using Remediator.Verdicts;

namespace Remediator.Remediations;

/// <summary>Verdicts → the calls that carry them out.</summary>
public static class Planner
{
    /// <param name="group">The group that the verdicts are about.</param>
    /// <param name="verdicts">Those that are not compliant.</param>
    /// <param name="mayNotAct">Why nothing may be changed, in a few words for people; null when it may.</param>
    public static Plan Make(GroupKey group, ImmutableArray<Verdict> verdicts, string? mayNotAct)
    {
        var spared = verdicts.Where(v => mayNotAct is not null || !v.AsksForRevoke).Select(v => Spare(v, mayNotAct));
        var calls = verdicts
            .Where(v => mayNotAct is null && v.AsksForRevoke)
            .Select(v => v.Permission)
            .Distinct()
            .GroupBy(p => p.Direction)
            .OrderBy(g => g.Key)
            .SelectMany(g => g.Chunk(Revocation.MostPermissions).Select(chunk => new Revocation(group, g.Key, [.. chunk])));
        return new(group, [.. calls], [.. spared]);
    }

    /// <summary>A rule that would have revoked is observed; one that only tells is told, whatever the mode.</summary>
    private static Handled Spare(Verdict verdict, string? mayNotAct)
    {
        if (verdict.AsksForRevoke) return new(verdict, Outcome.Observed, mayNotAct);
        return verdict.WouldRevoke ? new(verdict, Outcome.Observed, "the policy or the rule only observes") : new(verdict, Outcome.Told);
    }
}

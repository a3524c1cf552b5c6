using Remediator.Groups;
using Remediator.Verdicts;

namespace Remediator.Remediations;

/// <summary>Verdicts → the calls that carry them out.</summary>
public static class Planner
{
    /// <param name="group">The group that the verdicts are about.</param>
    /// <param name="verdicts">Those that are not compliant.</param>
    /// <param name="mayNotAct">Why a permission may not be removed, in a few words for people; null when it may.</param>
    public static Plan Make(GroupKey group, ImmutableArray<Verdict> verdicts, Func<Permission, string?> mayNotAct)
    {
        var judged = verdicts.Select(v => (Verdict: v, MayNot: mayNotAct(v.Permission))).ToList();
        var spared = judged.Where(j => j.MayNot is not null || !j.Verdict.AsksForRevoke).Select(j => Spare(j.Verdict, j.MayNot));
        var calls = judged
            .Where(j => j.MayNot is null && j.Verdict.AsksForRevoke)
            .Select(j => j.Verdict)
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

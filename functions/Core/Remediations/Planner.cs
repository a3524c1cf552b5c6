using Remediator.Groups;
using Remediator.Verdicts;

namespace Remediator.Remediations;

/// <summary>Verdicts → the calls that carry them out.</summary>
public static class Planner
{
    /// <param name="group">The group that the verdicts are about.</param>
    /// <param name="verdicts">Those that are not compliant.</param>
    /// <param name="objection">Why nothing is done about one of them; null when something may be.</param>
    public static Plan Make(GroupKey group, ImmutableArray<Verdict> verdicts, Func<Verdict, Objection?> objection)
    {
        var judged = verdicts.Select(v => (Verdict: v, MayNot: objection(v))).ToList();
        var spared = judged.Where(j => j.MayNot is not null || !j.Verdict.AsksToAct).Select(j => Spare(j.Verdict, j.MayNot));
        var acting = judged.Where(j => j.MayNot is null && j.Verdict.AsksToAct).Select(j => j.Verdict).DistinctBy(v => v.Permission).ToLookup(v => v.AsksForTrim);
        var calls = acting[false]
            .Select(v => v.Permission)
            .GroupBy(p => p.Direction)
            .OrderBy(g => g.Key)
            .SelectMany(g => g.Chunk(Revocation.MostPermissions).Select(chunk => new Revocation(group, g.Key, [.. chunk])));
        return new(group, [.. calls], [.. spared]) { Trims = [.. acting[true].Select(v => new Trimming(group, v.Permission, v.Remainder))] };
    }

    /// <summary>The plan, and what is missing: put back, or told with why not.</summary>
    public static Plan With(this Plan plan, ImmutableArray<Shortfall> shortfalls) => plan with
    {
        Spared = [.. plan.Spared, .. shortfalls.Where(a => a.WhyNotRestored is not null).Select(a => new Handled(a.Verdict, Outcome.Missing, a.WhyNotRestored))],
        Restorations =
        [
            .. shortfalls
                .Where(a => a.WhyNotRestored is null)
                .Select(a => a.Verdict.Permission)
                .GroupBy(p => p.Direction)
                .Select(g => new Restoration(plan.Group, g.Key, [.. g])),
        ],
    };

    /// <summary>A rule that would have acted is observed; one that only tells is told, whatever the mode.</summary>
    private static Handled Spare(Verdict verdict, Objection? mayNot)
    {
        if (verdict.AsksToAct) return new(verdict, mayNot?.IsHeld == true ? Outcome.Held : Outcome.Observed, mayNot?.Why);
        return verdict.WouldRevoke || verdict.WouldTrim ? new(verdict, Outcome.Observed, "the policy or the rule only observes") : new(verdict, Outcome.Told);
    }
}

using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts.Lacking;

namespace Remediator.Verdicts;

/// <summary>What baselines name and a group does not have. What a group has beyond its baseline is a verdict: see <see cref="Judge"/>.</summary>
public static class Drift
{
    /// <summary>By baseline and entry, in the policy's order.</summary>
    /// <param name="situation">Its standing permissions are those that will stand: what is about to be revoked is not among them. When
    /// they were not read, nothing is claimed.</param>
    public static ImmutableArray<Lack> Lacks(Policy policy, Situation situation)
    {
        if (situation.Standing is not { } standing || policy.Baselines.IsEmpty) return [];
        var lacks = ImmutableArray.CreateBuilder<Lack>();
        foreach (var baseline in policy.Baselines.Where(b => b.Groups.Choose(situation.Group) == Selection.Yes))
        {
            AddLacks(baseline.Ingress, new(Direction.Ingress, standing, situation));
            AddLacks(baseline.Egress, new(Direction.Egress, standing, situation));

            void AddLacks(ImmutableArray<BaselineEntry>? entries, StandingTraffic admitted)
            {
                foreach (var entry in entries ?? [])
                    lacks.AddRange(Lacks(new Restorability(policy, baseline, situation), EntryGap.Of(entry, admitted, situation)));
            }
        }

        return lacks.ToImmutable();
    }

    /// <summary>What a read could add before <see cref="Lacks(Policy, Situation)"/> can say all that there is to say.</summary>
    public static Needs Needs(Policy policy, Situation situation) =>
        policy.Baselines.Aggregate(Verdicts.Needs.Nothing, (sum, baseline) => sum.And(Needs(baseline, situation)));

    /// <summary>What stands once the verdicts are carried out.</summary>
    public static ImmutableArray<Permission> StandingAfter(ImmutableArray<Permission> standing, IEnumerable<Verdict> verdicts)
    {
        var acting = verdicts.Where(v => v.AsksToAct).ToList();
        return [.. standing.Except(acting.Select(v => v.Permission)).Concat(acting.SelectMany(v => v.Remainder)).Distinct()];
    }

    private static Needs Needs(Baseline baseline, Situation situation)
    {
        if (baseline.Ingress is null or [] && baseline.Egress is null or []) return Verdicts.Needs.Nothing;
        var chosen = baseline.Groups.Choose(situation.Group);
        if (chosen == Selection.No) return Verdicts.Needs.Nothing;
        return Verdicts.Needs.Nothing with { Facts = baseline.Groups.Needs(situation.Group), Standing = situation.Standing is null };
    }

    private static IEnumerable<Lack> Lacks(Restorability restorability, EntryGap gap)
    {
        foreach (var why in gap.Untold) yield return new(restorability.Baseline, gap.Entry, [], why);
        foreach (var same in gap.Missing.GroupBy(restorability.WhyNot)) yield return new(restorability.Baseline, gap.Entry, [.. same], same.Key);
    }
}

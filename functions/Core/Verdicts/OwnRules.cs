using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>Baselines and change control, said as rules, so that the judge asks all three kinds alike.</summary>
internal static class OwnRules
{
    /// <summary>Of each direction that the baseline speaks of, everything is forbidden but what its entries name.</summary>
    public static IEnumerable<Rule> Of(Baseline baseline)
    {
        if (baseline.Ingress is { } ingress) yield return Of(baseline, Direction.Ingress, ingress);
        if (baseline.Egress is { } egress) yield return Of(baseline, Direction.Egress, egress);
    }

    /// <summary>Whoever is not allowed may open nothing.</summary>
    public static Rule Of(ChangeControl control) => new(
        control.Id,
        control.Id,
        null,
        TrafficSet.All,
        TrafficSet.Empty,
        control.Severity,
        control.RevertOpened ? RuleAction.Revoke : RuleAction.Notify,
        RuleAction.Notify,
        control.Mode,
        control.Why,
        [],
        control.Place)
    {
        Groups = control.Groups,
        Kind = RuleKind.ChangeControl,
    };

    private static Rule Of(Baseline baseline, Direction direction, ImmutableArray<BaselineEntry> entries) => new(
        baseline.Id,
        baseline.Id,
        direction,
        TrafficSet.All,
        entries.Aggregate(TrafficSet.Empty, (named, entry) => named.Union(TrafficSet.Of(entry.Services, entry.Addresses))),
        baseline.Severity,
        baseline.Extra,
        RuleAction.Notify,
        baseline.Mode,
        baseline.Why,
        [],
        baseline.Place)
    {
        UnlessSymbols = [.. entries.SelectMany(entry => entry.Symbols.Select(peer => new SymbolicTraffic(entry.Services, peer)))],
        Groups = baseline.Groups,
        Kind = RuleKind.Baseline,
    };
}

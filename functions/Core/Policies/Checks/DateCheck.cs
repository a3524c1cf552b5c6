using System.Globalization;
using Remediator.Diagnostics;

namespace Remediator.Policies.Checks;

/// <summary>Dates of review that are past.</summary>
internal static class DateCheck
{
    public static IEnumerable<Diagnostic> Check(Policy policy, DateOnly today)
    {
        var rules = policy.Rules.DistinctBy(rule => rule.Id).Select(rule => (What: "rule", rule.Id, rule.Review, rule.Place));
        var entries = policy.Baselines.SelectMany(Entries).Select(entry => (What: "entry", entry.Id, entry.Review, entry.Place));
        return rules.Concat(entries).Where(x => x.Review < today).Select(x => Codes.PastDate.At(
            x.Place, string.Create(CultureInfo.InvariantCulture, $"the {x.What} {UserText.Quote(x.Id)} was to be reviewed by {x.Review:yyyy-MM-dd}"), "review it and write the next date, or take it out"));
    }

    private static IEnumerable<BaselineEntry> Entries(Baseline baseline) => (baseline.Ingress ?? []).Concat(baseline.Egress ?? []);
}

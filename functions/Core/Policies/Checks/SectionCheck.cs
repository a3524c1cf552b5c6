using Remediator.Diagnostics;
using Remediator.Policies.Selectors;

namespace Remediator.Policies.Checks;

/// <summary>Sections that are missing, or that rely on one that is.</summary>
internal static class SectionCheck
{
    /// <summary>Beyond it selectors are taken to share groups, so that nothing is said of them.</summary>
    private const int MostSteps = 2_000_000;

    public static IEnumerable<Diagnostic> Check(Policy policy)
    {
        if (policy.Guardrails is null)
            yield return Codes.NoGuardrails.At(new(policy.Source, 1, 1), "there are no `guardrails`: revocations have no limit, and fights are not noticed", "write `guardrails: { revocations-per-hour: { account: 50, group: 5, actor: 20, critical-account: 500 }, fight: { times: 3, minutes: 60 } }`");
        var logic = new SelectorLogic(MostSteps);
        foreach (var control in policy.Changes.Where(control => control.RevertClosed && policy.Baselines.All(baseline => logic.Excludes(baseline.Groups, control.Groups))))
            yield return Codes.RevertWithoutBaseline.At(control.Place, $"`closed: revert` of {UserText.Quote(control.Id)} puts back what a baseline names, and none is about these groups", "add a baseline for them, or write `closed: notify`");
    }
}

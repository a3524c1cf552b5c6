using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>Something that is not in the group though it should be, and what was done about it.</summary>
/// <param name="Kind">Baseline: an entry names it. ChangeControl: somebody closed it who may not change the group.</param>
/// <param name="RuleId">The baseline's or the change control's.</param>
/// <param name="Entry">The baseline's entry; null for change control.</param>
/// <param name="Permissions">What is missing; empty where it cannot be told, and then <paramref name="Detail"/> says why.</param>
/// <param name="Outcome">Restored, Missing, Observed (it would have been put back) or Failed (it should have been, and was not).</param>
/// <param name="Detail">Why it was not put back, in a few words for people; null when it was, or when nobody asked for it.</param>
public sealed record Absence(
    RuleKind Kind, string RuleId, string Why, Severity Severity, string? Entry, ImmutableArray<Permission> Permissions, Outcome Outcome, string? Detail)
{
    public static Absence Of(Lack lack, Outcome outcome, string? detail = null)
    {
        var why = string.IsNullOrWhiteSpace(lack.Entry.Why) ? lack.Baseline.Why : lack.Entry.Why;
        return new(RuleKind.Baseline, lack.Baseline.Id, why, lack.Baseline.Severity, lack.Entry.Id, lack.Missing, outcome, detail ?? lack.WhyNotRestored);
    }

    /// <param name="control">Whom it does not allow.</param>
    /// <param name="closed">What they closed, and no baseline puts back.</param>
    public static Absence Of(ChangeControl control, ImmutableArray<Permission> closed, string? detail = null) =>
        new(RuleKind.ChangeControl, control.Id, control.Why, control.Severity, null, closed, Outcome.Missing, detail);
}

using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>A permission that is not in the group though it should be, and what was done about it.</summary>
/// <param name="Kind">Baseline: an entry names it. ChangeControl: somebody closed it who may not change the group.</param>
/// <param name="RuleId">The baseline's or the change control's.</param>
/// <param name="Entry">The baseline's entry; null for change control.</param>
/// <param name="Against">The ids of the change controls that it was closed against, beside the baseline.</param>
/// <param name="Outcome">Restored or Missing.</param>
/// <param name="Detail">Why it was not put back, in a few words for people; null when it was.</param>
internal sealed record Absence(
    RuleKind Kind, string RuleId, string Why, Severity Severity, string? Entry, ImmutableArray<string> Against, Permission Permission, Outcome Outcome, string? Detail)
{
    /// <summary>When it was verified to have ended so; null where nothing was done.</summary>
    public DateTimeOffset? At { get; init; }

    public static bool IsOne(Handled handled) => handled.Outcome is Outcome.Missing or Outcome.Restored && !handled.Verdict.Reasons.IsEmpty;

    /// <summary>The baseline stands first among the reasons; then its rule has the entry's name and why.</summary>
    public static Absence Of(Handled handled)
    {
        var (first, others) = (handled.Verdict.Reasons[0].Rule, handled.Verdict.Reasons.Skip(1));
        return new(
            first.Kind,
            first.Id,
            first.Why,
            handled.Verdict.Severity,
            first.Kind == RuleKind.Baseline ? first.Name : null,
            [.. others.Where(r => r.Rule.Kind == RuleKind.ChangeControl).Select(r => r.Rule.Id)],
            handled.Verdict.Permission,
            handled.Outcome,
            handled.Detail)
        {
            At = handled.At,
        };
    }
}

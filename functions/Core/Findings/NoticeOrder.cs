using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>What a reader needs to know first: what still needs hands, then what is worst.</summary>
internal static class NoticeOrder
{
    /// <summary>Everything worth telling, the most urgent first; the order does not depend on the report's.</summary>
    public static ImmutableArray<Handled> Of(Report report) =>
    [
        .. report.Handled
            .Where(IsTold)
            .OrderBy(h => Urgency(h.Outcome))
            .ThenByDescending(h => h.Verdict.Severity)
            .ThenByDescending(h => h.Verdict.ShareOfInternet)
            .ThenBy(h => h.Verdict.Permission.Content, StringComparer.Ordinal),
    ];

    /// <summary>Not what was gone before us, not what is missing (see <see cref="Report.Lacks"/>), and never what is waived: somebody has agreed to that.</summary>
    public static bool IsTold(Handled handled) => handled.Outcome is not (Outcome.Gone or Outcome.Missing or Outcome.Restored)
        && handled.Verdict.Decision is Decision.Violation or Decision.Undecided;

    private static int Urgency(Outcome outcome) => outcome switch
    {
        Outcome.Failed => 0,
        Outcome.Held => 1,
        Outcome.OpenedAgain => 2,
        Outcome.Revoked or Outcome.Trimmed => 3,
        Outcome.Observed => 4,
        _ => 5,
    };
}

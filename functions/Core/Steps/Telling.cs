using Remediator.Ledger;

namespace Remediator.Steps;

/// <summary>How telling ended.</summary>
/// <param name="Problems">What was not told and has to be: the event comes again.</param>
/// <param name="Remarks">What fell short and fails nothing.</param>
internal sealed record Telling(Progress Progress, ImmutableArray<string> Problems, ImmutableArray<string> Remarks)
{
    /// <summary>Findings that Security Hub did not take at once.</summary>
    public int FindingsFailed { get; init; }

    /// <summary>Notices that a topic did not take at once.</summary>
    public int NoticesFailed { get; init; }
}

using Remediator.Remediations;

namespace Remediator.Ledger;

/// <summary>How far an event got: what a later attempt need not do again.</summary>
/// <param name="Handled">What became of each verdict; empty until the acting is over.</param>
/// <param name="ClosedAt">When the revoke was verified.</param>
/// <param name="FindingsTold">Security Hub took every finding in its last state.</param>
/// <param name="NoticeTold">SNS took the notice.</param>
public sealed record Progress(ImmutableArray<Handled> Handled, DateTimeOffset? ClosedAt, bool FindingsTold, bool NoticeTold)
{
    /// <summary>Claimed, and the first call may have been made or not.</summary>
    public static readonly Progress Begun = new([], null, false, false);

    public bool Acted => !Handled.IsEmpty;
}

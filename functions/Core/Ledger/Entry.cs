using Remediator.Remediations;

namespace Remediator.Ledger;

/// <summary>The record of one event: what was decided and done, and how to undo it.</summary>
public sealed record Entry(Claim Claim, Progress Progress, ImmutableArray<CallMade> Calls, DateTimeOffset FinishedAt)
{
    /// <summary>The inverse of what was really taken away, one for each group and direction.</summary>
    public ImmutableArray<Restoration> Undo =>
    [
        .. Progress.Handled
            .Where(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain)
            .GroupBy(h => h.Verdict.Permission.Direction)
            .Select(g => new Restoration(Claim.Plan.Group, g.Key, [.. g.Select(h => h.Verdict.Permission)])),
    ];
}

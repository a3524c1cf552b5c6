using Remediator.Groups;
using Remediator.Remediations;

namespace Remediator.Ledger;

/// <summary>The record of one event: what was decided and done, and how to undo it.</summary>
public sealed record Entry(Claim Claim, Progress Progress, ImmutableArray<CallMade> Calls, DateTimeOffset FinishedAt)
{
    /// <summary>The first half of the inverse: what puts back what was really taken away, the wide permissions of trims among it, one
    /// for each direction.</summary>
    public ImmutableArray<Restoration> Undo =>
    [
        .. Progress.Handled
            .Where(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain or Outcome.Trimmed)
            .Select(h => Progress.TrimOf(h.Verdict.Permission)?.Wide ?? h.Verdict.Permission)
            .GroupBy(p => p.Direction)
            .Select(g => new Restoration(Claim.Plan.Group, g.Key, [.. g])),
    ];

    /// <summary>The second half: what takes away again what we created, pieces and what was put back; after the first, so that nothing
    /// allowed is shut out in between.</summary>
    public ImmutableArray<Revocation> UndoCreated =>
    [
        .. Created()
            .GroupBy(p => p.Direction)
            .SelectMany(g => g.Chunk(Revocation.MostPermissions).Select(chunk => new Revocation(Claim.Plan.Group, g.Key, [.. chunk]))),
    ];

    private IEnumerable<Permission> Created()
    {
        var trimmed = Progress.Handled.Where(h => h.Outcome == Outcome.Trimmed).Select(h => Progress.TrimOf(h.Verdict.Permission)).OfType<TrimProgress>();
        return trimmed.SelectMany(t => t.Modified is { } modified ? t.Created.Add(modified) : t.Created).Concat(Progress.Restored);
    }
}

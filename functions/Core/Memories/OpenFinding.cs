using Remediator.Findings;
using Remediator.Remediations;

namespace Remediator.Memories;

/// <summary>A finding that people were told of and that is open: what it takes to close it when what it is about is gone.</summary>
/// <param name="Since">When it was first seen.</param>
/// <param name="ToldAt">When Security Hub was last told.</param>
/// <param name="IsSpared">Told while nothing was to be changed (the kill switch): it does not fire afterwards.</param>
internal sealed record OpenFinding(string Id, string GeneratorId, string Title, string Severity, Outcome Outcome, DateTimeOffset Since, DateTimeOffset ToldAt, bool IsSpared)
{
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    /// <summary>The hash of the permission that an attack came through: the finding stays open for as long as that stands, whatever the
    /// policy says of it. Null for every other finding.</summary>
    public string? WhileStands { get; init; }

    public static OpenFinding Of(Finding finding, OpenFinding? before, bool isSpared) =>
        new(finding.Id, finding.GeneratorId, finding.Title, finding.SeverityLabel, finding.Outcome, before?.Since ?? finding.FirstObservedAt, finding.UpdatedAt, before?.IsSpared ?? isSpared) { WhileStands = before?.WhileStands };

    /// <summary>Told again when it has changed, and once a day so that people see that it is still there.</summary>
    public bool IsDue(Finding now) => now.UpdatedAt - ToldAt >= Stale || (Title, Severity, Outcome) != (now.Title, now.SeverityLabel, now.Outcome);

    /// <summary>Held back by a guardrail not long ago: the schedule judges it again by itself.</summary>
    public bool IsHeld(DateTimeOffset now) => Outcome == Outcome.Held && now - ToldAt < Stale;
}

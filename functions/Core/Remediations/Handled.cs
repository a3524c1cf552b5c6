using Remediator.Verdicts;

namespace Remediator.Remediations;

/// <summary>A verdict and what was done about it. Detail says more where the outcome alone does not: why it failed, say.</summary>
public sealed record Handled(Verdict Verdict, Outcome Outcome, string? Detail = null)
{
    /// <summary>When it was verified to have ended so; null where nothing was changed, and where only the event's own time is known.</summary>
    public DateTimeOffset? At { get; init; }
}

using Remediator.Verdicts;

namespace Remediator.Remediations;

/// <summary>A verdict and what was done about it. Detail says more where the outcome alone does not: why it failed, say.</summary>
public sealed record Handled(Verdict Verdict, Outcome Outcome, string? Detail = null);

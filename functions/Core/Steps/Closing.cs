using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>What became of one permission that was to be revoked.</summary>
internal sealed record Closing(Outcome Outcome, string? Detail);

using Remediator.Verdicts;

namespace Remediator.Remediations;

/// <summary>A permission that should be there and is not.</summary>
/// <param name="Verdict">On the missing permission: its reasons are the baseline that names it and the change control that it was closed
/// against.</param>
/// <param name="WhyNotRestored">In a few words for people; null when it is to be put back.</param>
public sealed record Shortfall(Verdict Verdict, string? WhyNotRestored);

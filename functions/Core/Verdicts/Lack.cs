using Remediator.Groups;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>What a baseline names and the group does not have.</summary>
/// <param name="Missing">The permissions that would make it whole, judged: none that a deny rule forbids.</param>
/// <param name="WhyNotRestored">Why nothing of it may be put back, in a few words for people; null when it may.</param>
public sealed record Lack(Baseline Baseline, BaselineEntry Entry, ImmutableArray<Permission> Missing, string? WhyNotRestored);

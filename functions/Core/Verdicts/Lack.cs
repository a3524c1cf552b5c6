using Remediator.Groups;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>Something that one entry of a baseline names and the group does not have. What may be put back and what may not stand in
/// lacks of their own.</summary>
/// <param name="Missing">The fewest permissions that would make it whole; each is compliant, judged by itself, where it may be put back.
/// Empty where the entry's peer cannot be told: then <paramref name="WhyNotRestored"/> says so.</param>
/// <param name="WhyNotRestored">Why none of it may be put back, in a few words for people, user text in backticks; null when it may.</param>
public sealed record Lack(Baseline Baseline, BaselineEntry Entry, ImmutableArray<Permission> Missing, string? WhyNotRestored);

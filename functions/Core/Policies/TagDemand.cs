using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>A tag that must be there, with a value that fits at least one of the patterns.</summary>
public sealed record TagDemand(string Key, ImmutableArray<Pattern> Values);

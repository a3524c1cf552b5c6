using Remediator.Groups;
using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>What is asked of each permission: each is null or empty when not asked.</summary>
/// <param name="Direction">Null: both.</param>
/// <param name="Tags">On the rule itself (<c>sgr-…</c>).</param>
/// <param name="ReviewTag">The tag that holds the review date.</param>
/// <param name="ReviewInDescription">The description holds the review date.</param>
public sealed record PermissionDemands(Direction? Direction, Pattern? Description, ImmutableArray<TagDemand> Tags, string? ReviewTag, bool ReviewInDescription);

using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>What is asked of a group: each is null or empty when not asked.</summary>
/// <param name="Tags">Each key must be there, with a value that fits one of the patterns.</param>
/// <param name="Attached">True: some interface must carry it (an unused group is a lapse).</param>
public sealed record GroupDemands(Pattern? Name, Pattern? Description, ImmutableArray<TagDemand> Tags, bool? Attached);

using Remediator.Groups;

namespace Remediator.Steps;

/// <summary>What is to be judged of one event.</summary>
/// <param name="Permissions">The permissions in question, each with a direction that is certain.</param>
/// <param name="Gone">How many of the event's permissions are no longer there.</param>
/// <param name="BlameActor">False when what is in place is not known to be what this actor opened.</param>
internal sealed record Subject(GroupKey Group, ImmutableArray<Permission> Permissions, int Gone, bool BlameActor)
{
    /// <summary>What a late event finds that is not known to be its own work: judged as the sweep would, which only tells.</summary>
    public ImmutableHashSet<Permission> NotItsOwn { get; init; } = [];
}

using Remediator.Groups;

namespace Remediator.Steps;

/// <summary>What is to be judged of one event.</summary>
/// <param name="Own">What the event is known to have opened, each with a direction that is certain, in the event's order.</param>
/// <param name="Others">What else stands there and is judged with it, as the sweep would: this event opened none of it for certain.</param>
/// <param name="Gone">How many of the event's permissions are no longer there.</param>
/// <param name="BlameActor">False when what is in place is not known to be what this actor opened.</param>
internal sealed record Subject(GroupKey Group, ImmutableArray<Permission> Own, ImmutableArray<Permission> Others, int Gone, bool BlameActor)
{
    /// <summary>False for a late event: what it finds that is not known to be its own work is only told.</summary>
    public bool MayActOnOthers { get; init; } = true;

    public int Count => Own.Length + Others.Length;

    public bool MayActOn(Permission permission) => MayActOnOthers || Own.Contains(permission);
}

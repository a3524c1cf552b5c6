namespace Remediator.Changes;

/// <summary>What a call does to a group.</summary>
public enum ChangeKind
{
    /// <summary>Authorize and Modify: something is open that was not.</summary>
    Opened,

    /// <summary>Revoke: something is not open any more.</summary>
    Closed,

    /// <summary>CreateSecurityGroup: the new group lets everything out, and no event of its own says so
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html).</summary>
    Created,

    /// <summary>CreateTags and DeleteTags: rules may choose the group now, or not any more.</summary>
    Retagged,

    /// <summary>A prefix list that the group refers to has other entries now.</summary>
    PeerChanged,

    /// <summary>No call at all: a sweep read the group as it stands, and nobody is known to have done anything.</summary>
    Swept,

    /// <summary>No call at all: GuardDuty saw an attack come through the group, and nobody is known to have done anything to it.</summary>
    Attacked,
}

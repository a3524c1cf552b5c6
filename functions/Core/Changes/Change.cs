using Remediator.Groups;

namespace Remediator.Changes;

/// <summary>What one successful call did to one security group.</summary>
/// <remarks>INVARIANT: where <see cref="WholeGroupBecause"/> is null, <see cref="Permissions"/> holds everything that the call opened,
/// none narrower than EC2 took it, and <see cref="Closed"/> everything that it closed. Where it is not null, it says why the whole
/// group has to be read: then <see cref="Permissions"/> may lack something, and <see cref="Closed"/> still holds only what was surely
/// closed. A change that is <see cref="ChangeKind.Retagged"/> or <see cref="ChangeKind.PeerChanged"/> always says so, since what the
/// group holds is in none of its words; so does <see cref="ChangeKind.Created"/>, where <see cref="AtMost"/> can make the read needless.</remarks>
public sealed record Change(string EventId, string EventName, DateTimeOffset Time, string Account, string Region, GroupName Group, Actor Actor) : ChangeReading
{
    /// <summary>The <see cref="EventName"/> of what a waiver covered, judged at its end.</summary>
    public const string WaiverEnd = "WaiverEnd";

    /// <summary>The AWS request id of the call, by which our own calls are known.</summary>
    public string? RequestId { get; init; }

    /// <summary>The permissions that the call opened, as EC2's answer shows them where it does, else as they were asked for.</summary>
    public ImmutableArray<Permission> Permissions { get; init; } = [];

    /// <summary>False for ModifySecurityGroupRules: its record does not say which direction the rule has. The permissions then stand
    /// as ingress, and are judged both ways.</summary>
    public bool DirectionKnown { get; init; } = true;

    public ChangeKind Kind { get; init; } = ChangeKind.Opened;

    /// <summary>What the call surely closed, as EC2's answer shows it where it does (<c>revokedSecurityGroupRuleSet</c>), else as it was
    /// asked for, without what EC2 did not know (<c>unknownIpPermissionSet</c>). The record has no tags of what was closed.
    /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html</summary>
    public ImmutableArray<Permission> Closed { get; init; } = [];

    /// <summary>For a new group: everything that it can hold right after its creation, more than <see cref="Permissions"/> where the
    /// event leaves it open (in a VPC with IPv6 a new group lets out to <c>::/0</c> too). A policy that allows all of it needs no read.
    /// Null when the event does not say, and for every other kind.
    /// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html</summary>
    public ImmutableArray<Permission>? AtMost { get; init; }

    /// <summary>The tags that the call set or took, by key. The value is null for a tag that was taken, and where the record does not
    /// show the value. DeleteTags with a value takes the tag only if it has that value: the record does not say whether it had.
    /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Retagged { get; init; } = [];

    /// <summary>Whether tags besides <see cref="Retagged"/> may have changed, any of them: DeleteTags without tags takes all, and a record
    /// can be unclear. Every rule that chooses by tags is then concerned.</summary>
    public bool AnyTagRetagged { get; init; }

    /// <summary>The prefix list whose entries the call changed; null for any other call.</summary>
    public string? PrefixListId { get; init; }

    /// <summary>Why the event does not say it all, completing "the whole group is read, because …"; null when it does.</summary>
    public string? WholeGroupBecause { get; init; }

    /// <summary>What this event is in one group: the same for every delivery of it. 32 hexadecimal digits, which are the key of the
    /// ledger's entry and the id of the notice, and what people give to undo.</summary>
    public string KeyIn(GroupKey group) => StableHash.Of(EventId, group.Account, group.Region, group.GroupId);
}

using Remediator.Groups;

namespace Remediator.Changes;

/// <summary>What one successful call did to one security group.</summary>
/// <remarks>INVARIANT: either <see cref="Permissions"/> holds everything that the call opened, none narrower than EC2 took it, or
/// <see cref="WholeGroupBecause"/> says why the whole group has to be read instead.</remarks>
public sealed record Change(string EventId, string EventName, DateTimeOffset Time, string Account, string Region, GroupName Group, Actor Actor) : ChangeReading
{
    /// <summary>The AWS request id of the call, by which our own calls are known.</summary>
    public string? RequestId { get; init; }

    /// <summary>The permissions that the call opened, as EC2's answer shows them where it does, else as they were asked for.</summary>
    public ImmutableArray<Permission> Permissions { get; init; } = [];

    /// <summary>False for ModifySecurityGroupRules: its record does not say which direction the rule has. The permissions then stand
    /// as ingress, and are judged both ways.</summary>
    public bool DirectionKnown { get; init; } = true;

    public ChangeKind Kind { get; init; } = ChangeKind.Opened;

    /// <summary>What the call closed, as EC2's answer shows it where it does, else as it was asked for.</summary>
    public ImmutableArray<Permission> Closed { get; init; } = [];

    /// <summary>The tags that the call set or took, by key. The value is null for a tag that was taken.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Retagged { get; init; } = [];

    /// <summary>The prefix list whose entries the call changed; null for any other call.</summary>
    public string? PrefixListId { get; init; }

    /// <summary>Why the event does not say it all, completing "the whole group is read, because …"; null when it does.</summary>
    public string? WholeGroupBecause { get; init; }
}

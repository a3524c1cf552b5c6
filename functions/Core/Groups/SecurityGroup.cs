namespace Remediator.Groups;

/// <summary>A security group as one read showed it. Name and VPC are null where the read did not say.</summary>
public sealed record SecurityGroup(GroupKey Key, string? Name, string? VpcId, ImmutableArray<Permission> Permissions)
{
    public string? Description { get; init; }

    /// <summary>Null when the read did not ask for tags.</summary>
    public ImmutableArray<KeyValuePair<string, string>>? Tags { get; init; }

    public GroupFacts Facts => new(Key) { Name = Name, VpcId = VpcId, Description = Description, Tags = Tags };
}

namespace Remediator.Groups;

/// <summary>A security group as one read showed it. Name and VPC are null where the read did not say.</summary>
public sealed record SecurityGroup(GroupKey Key, string? Name, string? VpcId, ImmutableArray<Permission> Permissions);

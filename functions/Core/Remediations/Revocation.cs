using Remediator.Groups;

namespace Remediator.Remediations;

/// <summary>One Revoke call by content: one group, one direction, at most <see cref="MostPermissions"/> permissions.</summary>
public sealed record Revocation(GroupKey Group, Direction Direction, ImmutableArray<Permission> Permissions)
{
    /// <summary>EC2 takes up to 1,000 rules in one call.</summary>
    public const int MostPermissions = 1000;

    /// <summary>What puts back exactly what this call takes away, descriptions and tags included.</summary>
    public Restoration Inverse => new(Group, Direction, Permissions);
}

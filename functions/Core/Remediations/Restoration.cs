using Remediator.Groups;

namespace Remediator.Remediations;

/// <summary>The inverse of a <see cref="Revocation"/>: the permissions as they were, with description and tags.</summary>
public sealed record Restoration(GroupKey Group, Direction Direction, ImmutableArray<Permission> Permissions);

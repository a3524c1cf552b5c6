using Remediator.Groups;

namespace Remediator.Containment;

/// <summary>Permissions that the policy allows and that are taken away for a while, because an attacker comes through them.</summary>
/// <param name="Permissions">As they stood, with <c>sgr-</c> id, description and tags; those of one group.</param>
public sealed record Suspension(
    string Id, Cause Cause, GroupKey Group, ImmutableArray<Permission> Permissions, DateTimeOffset At, DateTimeOffset? Until, int Version)
    : Measure(Id, Cause, Group.Account, Group.Region, At, Until, Version);

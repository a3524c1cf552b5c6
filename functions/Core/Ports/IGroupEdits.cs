using Remediator.Groups;
using Remediator.Remediations;

namespace Remediator.Ports;

/// <summary>The calls to EC2 that put something into a group, and the one that takes exactly that out again.</summary>
public interface IGroupEdits
{
    /// <summary>Creates permissions with their descriptions and tags. All of one call have the same tags; <c>aws:</c> tags are left out,
    /// since nobody may write them.</summary>
    Task<AuthorizeAnswer> Authorize(Restoration call, CancellationToken cancel);

    /// <summary>Turns one rule into another content, description included. The kind of peer stays (ModifySecurityGroupRules).</summary>
    Task<ModifyAnswer> Modify(GroupKey group, string ruleId, Permission to, CancellationToken cancel);

    /// <summary>Revokes by <c>sgr-</c> id, whatever the rules hold now: only for rules that we created a moment ago.</summary>
    /// <param name="group">The group that holds them.</param>
    /// <param name="direction">Theirs.</param>
    /// <param name="ruleIds">At most a thousand.</param>
    Task<RevokeAnswer> RevokeOwn(GroupKey group, Direction direction, ImmutableArray<string> ruleIds, CancellationToken cancel);
}

using Remediator.Diagnostics;
using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>What must be written on a group or on its permissions. Audits tell where it is not; nothing is ever removed for it.</summary>
/// <param name="OfGroup">Null: nothing is asked of the group itself.</param>
/// <param name="OfPermission">Null: nothing is asked of its permissions.</param>
public sealed record Requirement(
    string Id, string Name, GroupSelector Groups, GroupDemands? OfGroup, PermissionDemands? OfPermission, Severity Severity, string Why, ImmutableArray<string> Controls, Place Place);

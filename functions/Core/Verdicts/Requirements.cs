using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts.Demands;

namespace Remediator.Verdicts;

/// <summary>Holds a group and its permissions against what a policy says must be written on them.</summary>
public static class Requirements
{
    /// <summary>By requirement, in the policy's order; of each, those of the group first, then by permission.</summary>
    /// <param name="permissions">All that the group holds.</param>
    /// <param name="today">For review dates; the day itself is not past.</param>
    public static ImmutableArray<Lapse> Lapses(Policy policy, GroupFacts group, ImmutableArray<Permission> permissions, DateOnly today) =>
        [.. policy.Requirements.SelectMany(requirement => Lapses(requirement, group, permissions, today))];

    private static IEnumerable<Lapse> Lapses(Requirement requirement, GroupFacts group, ImmutableArray<Permission> permissions, DateOnly today)
    {
        var chosen = requirement.Groups.Choose(group);
        if (chosen == Selection.No) return [];
        if (chosen == Selection.Unknown) return [new(requirement, null, "to know whether the requirement is about the group", Unread(requirement.Groups.Needs(group)), false)];
        var ofGroup = requirement.OfGroup is { } demands ? GroupLapses.Of(demands, group) : [];
        var ofPermissions = requirement.OfPermission is { } asked
            ? permissions.SelectMany(p => PermissionLapses.Of(asked, p, today).Select(found => (Permission: (Permission?)p, Found: found)))
            : [];
        return ofGroup.Select(found => (Permission: (Permission?)null, Found: found)).Concat(ofPermissions)
            .Select(l => new Lapse(requirement, l.Permission, l.Found.Expected, l.Found.Read, l.Found.IsKnown));
    }

    private static string Unread(NeededFacts facts)
    {
        List<string> texts = [];
        if (facts.HasFlag(NeededFacts.Fixed)) texts.Add("name and VPC");
        if (facts.HasFlag(NeededFacts.Tags)) texts.Add("tags");
        if (facts.HasFlag(NeededFacts.Attached)) texts.Add("attachment");
        return $"nothing of the group's {string.Join(", ", texts)}";
    }
}

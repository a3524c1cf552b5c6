using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Waivers;

namespace Remediator.Verdicts;

/// <summary>Everything that a verdict hangs on besides the policy and the permission. What is missing here is unknown, and a verdict
/// that needed it says so in <see cref="Verdict.Needs"/>.</summary>
/// <param name="Group">The group that holds the permissions.</param>
/// <param name="Now">For waivers and review dates.</param>
public sealed record Situation(GroupFacts Group, DateTimeOffset Now)
{
    /// <summary>All permissions of the group, both directions, those in question among them or not; null when they were not read.</summary>
    public ImmutableArray<Permission>? Standing { get; init; }

    /// <summary>What prefix lists hold, by id. Null for one that was asked for and could not be read.</summary>
    public ImmutableDictionary<string, PrefixList?> PrefixLists { get; init; } = ImmutableDictionary<string, PrefixList?>.Empty;

    /// <summary>Facts of groups that permissions refer to, by id. Null for one that was asked for and could not be read.</summary>
    public ImmutableDictionary<string, GroupFacts?> PeerGroups { get; init; } = ImmutableDictionary<string, GroupFacts?>.Empty;

    /// <summary>Who opened the permissions in question, when this is judged for a change that opened just them; else null, and change
    /// control is not asked.</summary>
    public Actor? OpenedBy { get; init; }

    /// <summary>Who made the change that this is judged for, whatever it was; null when there is none (an audit).</summary>
    public Actor? Actor { get; init; }

    /// <summary>Those of the group. One whose end has come counts for nothing.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>An audit or a sweep: breadth over the union is told of every permission that adds to it, and removes none.</summary>
    public bool IsSweep { get; init; }

    /// <summary>For a sweep: why a rule only tells of a permission that it found, in a few words for people; null from it: it may act.
    /// Null itself: an audit, or no sweep, and no rule is held back so.</summary>
    public Func<Permission, Rule, string?>? WhyOnlyTold { get; init; }
}

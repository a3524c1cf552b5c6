using Remediator.Cli.Inputs;
using Remediator.Groups;

namespace Remediator.Cli.Describe;

/// <summary>What saved describe answers say of an account.</summary>
internal sealed record Described
{
    /// <summary>In the order of the answer.</summary>
    public ImmutableArray<SecurityGroup> Groups { get; init; } = [];

    /// <summary>Those whose entries are known, by id.</summary>
    public ImmutableDictionary<string, PrefixList?> PrefixLists { get; init; } = ImmutableDictionary<string, PrefixList?>.Empty;

    /// <summary>What carries a group, by the group's id; null when no interfaces were read.</summary>
    public ImmutableDictionary<string, Exposure>? Exposures { get; init; }

    /// <summary>What could not be read, and was left out.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>The group's facts, with whether it is attached where that is known.</summary>
    public GroupFacts Facts(SecurityGroup group) => group.Facts with { IsAttached = Facts(group.Key).IsAttached };

    /// <summary>Of a group that is not among those that were read.</summary>
    public GroupFacts Facts(GroupKey key) => new(key) { IsAttached = ExposureOf(key.GroupId) is { } exposure ? exposure.Interfaces > 0 : null };

    /// <summary>Null when no interfaces were read.</summary>
    public Exposure? ExposureOf(string groupId) => Exposures is null ? null : Exposures.GetValueOrDefault(groupId) ?? new(0, []);

    /// <summary>The facts of every group, by id: what is known of groups that permissions refer to.</summary>
    public ImmutableDictionary<string, GroupFacts?> PeerFacts() => Groups.GroupBy(g => g.Key.GroupId, StringComparer.Ordinal)
        .ToImmutableDictionary(g => g.Key, g => (GroupFacts?)Facts(g.First()), StringComparer.Ordinal);
}

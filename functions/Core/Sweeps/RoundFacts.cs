using System.Collections.Concurrent;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Sweeps;

/// <summary>What EC2 says around permissions, each thing asked once in a run: groups of one account name the same lists and the same
/// groups over and over.</summary>
internal sealed class RoundFacts(IGroupFacts facts) : IGroupFacts
{
    private readonly ConcurrentDictionary<string, PrefixListReading> _lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, GroupsReading.Found> _vpcs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SecurityGroup?> _groups = new(StringComparer.Ordinal);
    private ImmutableHashSet<string> _expected = [];

    /// <summary>The groups of a page: known from here on. Those that they refer to are read together when the first of them is asked for.</summary>
    public void Expect(ImmutableArray<SecurityGroup> page)
    {
        foreach (var group in page) _groups[group.Key.GroupId] = group with { Permissions = [] };
        _expected = [.. page.SelectMany(g => g.Permissions).Select(p => p.Peer).OfType<Peer.Group>().Select(p => p.GroupId)];
    }

    public Task<GroupReading> Describe(GroupName group, string account, string region, CancellationToken cancel) => facts.Describe(group, account, region, cancel);

    public async Task<GroupsReading> DescribeAll(ImmutableArray<string> groupIds, string account, string region, CancellationToken cancel)
    {
        if (groupIds.Any(id => !_groups.ContainsKey(id)))
        {
            ImmutableArray<string> missing = [.. _expected.Union(groupIds).Where(id => !_groups.ContainsKey(id)).Order(StringComparer.Ordinal)];
            var reading = await facts.DescribeAll(missing, account, region, cancel).ConfigureAwait(false);
            if (reading is not GroupsReading.Found found) return reading;
            var groups = found.Groups.DistinctBy(g => g.Key.GroupId).ToDictionary(g => g.Key.GroupId, StringComparer.Ordinal);
            foreach (var id in missing) _groups[id] = groups.GetValueOrDefault(id) is { } group ? group with { Permissions = [] } : null;
        }

        return new GroupsReading.Found([.. groupIds.Select(id => _groups[id]).OfType<SecurityGroup>()]);
    }

    public Task<GroupsReading> DescribeReferring(string prefixListId, string account, string region, CancellationToken cancel) =>
        facts.DescribeReferring(prefixListId, account, region, cancel);

    public async Task<GroupsReading> DescribeVpc(string vpcId, string account, string region, CancellationToken cancel)
    {
        if (_vpcs.TryGetValue(vpcId, out var known)) return known;
        var reading = await facts.DescribeVpc(vpcId, account, region, cancel).ConfigureAwait(false);
        if (reading is GroupsReading.Found found) _vpcs[vpcId] = new([.. found.Groups.Select(g => g with { Permissions = [] })]);
        return reading;
    }

    public Task<GroupsPage> DescribePage(string? token, string account, string region, CancellationToken cancel) => facts.DescribePage(token, account, region, cancel);

    /// <summary>What will not change by asking again is kept too: a list that is not there, or not ours to read.</summary>
    public async Task<PrefixListReading> ReadPrefixList(string idOrName, string account, string region, CancellationToken cancel)
    {
        if (_lists.TryGetValue(idOrName, out var known)) return known;
        var reading = await facts.ReadPrefixList(idOrName, account, region, cancel).ConfigureAwait(false);
        if (reading is not PrefixListReading.Failed { Retryable: true }) _lists[idOrName] = reading;
        return reading;
    }
}

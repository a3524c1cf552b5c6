using Remediator.Changes;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Core.Tests.Pipelines;

internal sealed partial class FakeEc2 : IGroupFacts
{
    public string Name { get; set; } = "web";

    public string Vpc { get; set; } = "vpc-0a";

    public Dictionary<string, string> Tags { get; } = [];

    /// <summary>Other groups of the account, by id.</summary>
    public Dictionary<string, SecurityGroup> Others { get; } = [];

    public Dictionary<string, PrefixList> PrefixLists { get; } = [];

    /// <summary>What reads of facts show before they show the truth, in order.</summary>
    public Queue<GroupReading> StaleDescribes { get; } = new();

    /// <summary>What EC2 answers to every read of a prefix list or of several groups; null: the truth.</summary>
    public string? Refuses { get; set; }

    public Task<GroupReading> Describe(GroupName group, string account, string region, CancellationToken cancel) => Task.FromResult(calls.Make($"Describe {group}", () =>
        StaleDescribes.TryDequeue(out var stale) ? stale
        : Permissions is null ? new GroupReading.NotFound()
        : new GroupReading.Found(Described(account, region))));

    public Task<GroupsReading> DescribeAll(ImmutableArray<string> groupIds, string account, string region, CancellationToken cancel) =>
        Several($"DescribeAll {string.Join(" ", groupIds)}", () => groupIds.Where(Others.ContainsKey).Select(id => Others[id]));

    public Task<GroupsReading> DescribeReferring(string prefixListId, string account, string region, CancellationToken cancel) =>
        Several($"DescribeReferring {prefixListId}", () => All(account, region).Where(g => g.Permissions.Any(p => p.Peer == new Peer.PrefixList(prefixListId))));

    public Task<GroupsReading> DescribeVpc(string vpcId, string account, string region, CancellationToken cancel) =>
        Several($"DescribeVpc {vpcId}", () => All(account, region).Where(g => g.VpcId == vpcId));

    /// <summary>All in one page.</summary>
    public Task<GroupsPage> DescribePage(string? token, string account, string region, CancellationToken cancel) =>
        Task.FromResult(calls.Make<GroupsPage>("DescribePage", () => new GroupsPage.Found([.. All(account, region)], [], null)));

    public Task<PrefixListReading> ReadPrefixList(string idOrName, string account, string region, CancellationToken cancel) => Task.FromResult(calls.Make<PrefixListReading>($"ReadPrefixList {idOrName}", () =>
        Refuses is { } why ? new PrefixListReading.Failed(why, false)
        : PrefixLists.Values.FirstOrDefault(l => l.Id == idOrName || l.Name == idOrName) is { } list ? new PrefixListReading.Found(list)
        : new PrefixListReading.NotFound()));

    public SecurityGroup Other(string id, string name, params ImmutableArray<KeyValuePair<string, string>> tags) =>
        Others[id] = new(new(Events.Account, Events.Region, id), name, Vpc, []) { Tags = tags };

    public PrefixList List(string id, params string[] blocks) =>
        PrefixLists[id] = new(id, null, Events.Account, AddressSet.From(blocks.Select(b => Cidr.TryParse(b, out var c) ? c : throw new ArgumentException(b))));

    /// <summary>As DescribeSecurityGroups shows it: no ids and no tags of rules.</summary>
    public SecurityGroup Described(string account, string region) => new(new(account, region, GroupId), Name, Vpc, [.. Permissions!.Select(p => p with { RuleId = null, Tags = [] })])
    {
        Tags = [.. Tags],
        Description = "made for tests",
    };

    private IEnumerable<SecurityGroup> All(string account, string region) => Permissions is null ? Others.Values : Others.Values.Prepend(Described(account, region));

    private Task<GroupsReading> Several(string call, Func<IEnumerable<SecurityGroup>> groups) => Task.FromResult(calls.Make<GroupsReading>(call, () =>
        Refuses is { } why ? new GroupsReading.Failed(why, false) : new GroupsReading.Found([.. groups()])));
}

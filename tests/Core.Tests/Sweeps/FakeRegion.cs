using Remediator.Changes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Core.Tests.Sweeps;

/// <summary>All groups of one region in memory, listed page by page as EC2 does.</summary>
internal sealed class FakeRegion(CallLog calls) : ISecurityGroups, IGroupFacts, IGroupEdits
{
    private int _requests;

    public SortedDictionary<string, SecurityGroup> Groups { get; } = new(StringComparer.Ordinal);

    public int PageSize { get; set; } = 200;

    /// <summary>What a page answers before it shows the truth, in order; null: the truth.</summary>
    public Queue<GroupsPage?> Pages { get; } = new();

    /// <summary>What a revoke answers for a reason of its own; null: EC2's own behaviour.</summary>
    public Func<Revocation, RevokeAnswer?> Objects { get; set; } = _ => null;

    /// <summary>Runs right after a page was listed.</summary>
    public Action AfterPage { get; set; } = () => { };

    /// <summary>What every read of a prefix list is answered while it is set; it may be another answer later.</summary>
    public string? RefusesLists { get; set; }

    public Dictionary<string, PrefixList> PrefixLists { get; } = [];

    public SecurityGroup Put(string id, params Permission[] permissions) =>
        Groups[id] = new(new(Events.Account, Events.Region, id), $"name-{id}", "vpc-0a", [.. permissions.Select((p, i) => p.RuleId is null ? p with { RuleId = $"sgr-{id}-{i}" } : p)]) { Tags = [], Description = "made for tests" };

    public void Add(string id, Permission permission) => Groups[id] = Groups[id] with { Permissions = Groups[id].Permissions.Add(permission) };

    public void Take(string id, Permission permission) => Groups[id] = Groups[id] with { Permissions = Groups[id].Permissions.Remove(permission) };

    public Task<GroupsPage> DescribePage(string? token, string account, string region, CancellationToken cancel) => Task.FromResult(calls.Make("Page", () =>
    {
        if (Pages.TryDequeue(out var answer) && answer is not null) return answer;
        var left = Groups.Values.Where(g => token is null || string.CompareOrdinal(g.Key.GroupId, token) > 0).ToList();
        var page = left.Take(PageSize).Select(Listed).ToImmutableArray();
        AfterPage();
        return (GroupsPage)new GroupsPage.Found(page, [], left.Count > PageSize ? page[^1].Key.GroupId : null);
    }));

    public Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel) => Task.FromResult(calls.Make<GroupReading>($"Read {group}", () =>
        Groups.TryGetValue(group.Id!, out var found) ? new GroupReading.Found(found with { Name = null, VpcId = null, Tags = null, Description = null }) : new GroupReading.NotFound()));

    public Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel) => Task.FromResult(calls.Make<Exposure?>("ReadExposure", () => new(1, [])));

    public Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel) => Task.FromResult(calls.Make($"Revoke {call.Group.GroupId} {string.Join(" + ", call.Permissions.Select(p => p.Content))}", () =>
    {
        if (Objects(call) is { } objection) return objection;
        if (!Groups.TryGetValue(call.Group.GroupId, out var group)) return new RevokeAnswer.GroupNotFound(Next());
        if (call.Permissions.Any(p => !group.Permissions.Contains(p))) return new RevokeAnswer.PermissionNotFound(Next());
        Groups[call.Group.GroupId] = group with { Permissions = [.. group.Permissions.Except(call.Permissions)] };
        return (RevokeAnswer)new RevokeAnswer.Taken(Next(), true, [.. group.Permissions.Intersect(call.Permissions)], []);
    }));

    public Task<AuthorizeAnswer> Authorize(Restoration call, CancellationToken cancel) => Task.FromResult(calls.Make<AuthorizeAnswer>($"Authorize {call.Group.GroupId} {string.Join(" + ", call.Permissions.Select(p => p.Content))}", () =>
    {
        var created = call.Permissions.Select(p => p with { RuleId = $"sgr-new{++_requests}" }).ToImmutableArray();
        foreach (var permission in created) Add(call.Group.GroupId, permission);
        return new AuthorizeAnswer.Taken(Next(), created);
    }));

    public Task<ModifyAnswer> Modify(GroupKey group, string ruleId, Permission to, CancellationToken cancel) => Task.FromResult<ModifyAnswer>(new ModifyAnswer.NotFound(null));

    public Task<RevokeAnswer> RevokeOwn(GroupKey group, Direction direction, ImmutableArray<string> ruleIds, CancellationToken cancel) => Task.FromResult<RevokeAnswer>(new RevokeAnswer.PermissionNotFound(null));

    public Task<GroupReading> Describe(GroupName group, string account, string region, CancellationToken cancel) => Task.FromResult(calls.Make<GroupReading>($"Describe {group}", () =>
        Groups.TryGetValue(group.Id!, out var found) ? new GroupReading.Found(Listed(found)) : new GroupReading.NotFound()));

    public Task<GroupsReading> DescribeAll(ImmutableArray<string> groupIds, string account, string region, CancellationToken cancel) => Several($"DescribeAll {groupIds.Length}", g => groupIds.Contains(g.Key.GroupId));

    public Task<GroupsReading> DescribeReferring(string prefixListId, string account, string region, CancellationToken cancel) => Several("DescribeReferring", _ => false);

    public Task<GroupsReading> DescribeVpc(string vpcId, string account, string region, CancellationToken cancel) => Several($"DescribeVpc {vpcId}", g => g.VpcId == vpcId);

    public Task<PrefixListReading> ReadPrefixList(string idOrName, string account, string region, CancellationToken cancel) => Task.FromResult(calls.Make<PrefixListReading>($"ReadPrefixList {idOrName}", () =>
        RefusesLists is { } why ? new PrefixListReading.Failed(why, true) : PrefixLists.TryGetValue(idOrName, out var list) ? new PrefixListReading.Found(list) : new PrefixListReading.NotFound()));

    private Task<GroupsReading> Several(string call, Func<SecurityGroup, bool> which) =>
        Task.FromResult(calls.Make<GroupsReading>(call, () => new GroupsReading.Found([.. Groups.Values.Where(which).Select(Listed)])));

    /// <summary>As DescribeSecurityGroups shows it: no ids and no tags of rules.</summary>
    private static SecurityGroup Listed(SecurityGroup group) => group with { Permissions = [.. group.Permissions.Select(p => p with { RuleId = null, Tags = [] })] };

    private string Next() => $"req-{++_requests}";
}

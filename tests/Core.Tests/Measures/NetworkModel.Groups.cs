using Remediator.Changes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Core.Tests.Measures;

internal sealed partial class NetworkModel : ISecurityGroups, IGroupFacts, IGroupEdits
{
    private int _created;

    public Dictionary<string, SecurityGroup> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>How many rules a group takes in each direction; null: as many as one likes.</summary>
    public int? Quota { get; set; }

    /// <summary>What EC2 answers to an authorize for a reason of its own; null: its own behaviour.</summary>
    public Func<AuthorizeAnswer?> ObjectsToAuthorize { get; set; } = () => null;

    /// <summary>What EC2 answers to a revoke for a reason of its own; null: its own behaviour.</summary>
    public Func<RevokeAnswer?> ObjectsToRevoke { get; set; } = () => null;

    public static Permission Everything(Direction direction, string block) => Account.Permission(direction, "-1", null, null, block);

    public SecurityGroup AddGroup(string id, params Permission[] permissions) => AddGroup(id, id.Replace("sg-", "", StringComparison.Ordinal), permissions);

    public SecurityGroup AddGroup(string id, string name, params Permission[] permissions) =>
        Groups[id] = new(new(Events.Account, Events.Region, id), name, Vpc, [.. permissions]) { Tags = [] };

    public IEnumerable<string> Holds(string groupId) => Groups[groupId].Permissions.Select(p => $"{p.Content} {p.Description} {string.Join(';', p.Tags)}").Order(StringComparer.Ordinal);

    public Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel)
    {
        var text = $"Revoke {call.Group.GroupId} {call.Direction} {string.Join(" + ", call.Permissions.Select(p => p.Content))}";
        return Gate.Pass(text, () =>
        {
            if (ObjectsToRevoke() is { } objection) return objection;
            if (!Groups.TryGetValue(call.Group.GroupId, out var group)) return new RevokeAnswer.GroupNotFound(NextRequest());
            if (!call.Permissions.All(group.Permissions.Contains)) return new RevokeAnswer.PermissionNotFound(NextRequest());
            Groups[call.Group.GroupId] = group with { Permissions = [.. group.Permissions.Except(call.Permissions)] };
            return Loses(text) ? new RevokeAnswer.Refused(null, "the answer was lost", true, PerhapsTaken: true) : (RevokeAnswer)new RevokeAnswer.Taken(NextRequest(), true, call.Permissions, []);
        });
    }

    public Task<AuthorizeAnswer> Authorize(Restoration call, CancellationToken cancel)
    {
        var text = $"Authorize {call.Group.GroupId} {call.Direction} {string.Join(" + ", call.Permissions.Select(p => p.Content))}";
        return Gate.Pass(text, () =>
        {
            if (ObjectsToAuthorize() is { } objection) return objection;
            if (!Groups.TryGetValue(call.Group.GroupId, out var group)) return new AuthorizeAnswer.GroupNotFound(NextRequest());
            if (call.Permissions.Any(group.Permissions.Contains)) return new AuthorizeAnswer.Duplicate(NextRequest());
            if (group.Permissions.Count(p => p.Direction == call.Direction) + call.Permissions.Length > Quota) return new AuthorizeAnswer.Full(NextRequest());
            var created = call.Permissions.Select(p => p with { RuleId = $"sgr-new{++_created}" }).ToImmutableArray();
            Groups[call.Group.GroupId] = group with { Permissions = [.. group.Permissions, .. created] };
            return Loses(text) ? new AuthorizeAnswer.Refused(null, "the answer was lost", true, PerhapsTaken: true) : (AuthorizeAnswer)new AuthorizeAnswer.Taken(NextRequest(), created);
        });
    }

    public Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel) => Gate.Pass($"ReadGroup {group}", () => Found(group));

    public Task<GroupReading> Describe(GroupName group, string account, string region, CancellationToken cancel) => Gate.Pass($"Describe {group}", () => Found(group));

    public Task<GroupsReading> DescribeAll(ImmutableArray<string> groupIds, string account, string region, CancellationToken cancel) => Gate.Pass<GroupsReading>($"DescribeAll {string.Join(' ', groupIds)}", () =>
        new GroupsReading.Found([.. groupIds.Where(Groups.ContainsKey).Select(id => Groups[id])]));

    public Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel) => Gate.Pass("ReadExposure", () =>
        (Exposure?)new Exposure(Interfaces.Values.Count(i => i.GroupIds.Contains(group.GroupId)), []));

    public Task<ModifyAnswer> Modify(GroupKey group, string ruleId, Permission to, CancellationToken cancel) => throw new NotSupportedException("nothing of these tests modifies a rule");

    public Task<RevokeAnswer> RevokeOwn(GroupKey group, Direction direction, ImmutableArray<string> ruleIds, CancellationToken cancel) => throw new NotSupportedException("nothing of these tests revokes by id");

    public Task<GroupsReading> DescribeReferring(string prefixListId, string account, string region, CancellationToken cancel) => throw new NotSupportedException("nothing of these tests has prefix lists");

    public Task<GroupsReading> DescribeVpc(string vpcId, string account, string region, CancellationToken cancel) => throw new NotSupportedException("nothing of these tests has baselines");

    public Task<GroupsPage> DescribePage(string? token, string account, string region, CancellationToken cancel) => throw new NotSupportedException("nothing of these tests sweeps");

    public Task<PrefixListReading> ReadPrefixList(string idOrName, string account, string region, CancellationToken cancel) => throw new NotSupportedException("nothing of these tests has prefix lists");

    private GroupReading Found(GroupName name) => Groups.GetValueOrDefault(name.Id ?? "") is { } group ? new GroupReading.Found(group) : new GroupReading.NotFound();
}

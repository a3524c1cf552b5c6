using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>EC2 that does what it is told, or whatever a test makes of it; it counts.</summary>
internal sealed class FakeGroups : ISecurityGroups, IGroupFacts, IGroupEdits
{
    public List<Revocation> Revocations { get; } = [];

    public List<Restoration> Authorizations { get; } = [];

    public ImmutableArray<KeyValuePair<string, string>> Tags { get; init; } = [];

    public int Reads { get; private set; }

    /// <summary>What comes before the answer to a Revoke.</summary>
    public Func<CancellationToken, Task> BeforeRevoke { get; init; } = _ => Task.CompletedTask;

    /// <summary>What comes before the answer to who carries the group.</summary>
    public Func<CancellationToken, Task> BeforeExposure { get; init; } = _ => Task.CompletedTask;

    public async Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel)
    {
        Revocations.Add(call);
        await BeforeRevoke(cancel);
        return new RevokeAnswer.Taken("req-1", true, call.Permissions, []);
    }

    public Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult<GroupReading>(new GroupReading.Found(new(new(account, region, group.Id!), null, null, [])));
    }

    public async Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel)
    {
        await BeforeExposure(cancel);
        return new(0, []);
    }

    public Task<GroupReading> Describe(GroupName group, string account, string region, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult<GroupReading>(new GroupReading.Found(Web(group.Id!, account, region)));
    }

    public Task<GroupsReading> DescribeAll(ImmutableArray<string> groupIds, string account, string region, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult<GroupsReading>(new GroupsReading.Found([.. groupIds.Select(id => Web(id, account, region))]));
    }

    public Task<GroupsReading> DescribeReferring(string prefixListId, string account, string region, CancellationToken cancel) => None();

    public Task<GroupsReading> DescribeVpc(string vpcId, string account, string region, CancellationToken cancel) => None();

    public Task<GroupsPage> DescribePage(string? token, string account, string region, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult<GroupsPage>(new GroupsPage.Found([], [], null));
    }

    public Task<PrefixListReading> ReadPrefixList(string idOrName, string account, string region, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult<PrefixListReading>(new PrefixListReading.NotFound());
    }

    public Task<AuthorizeAnswer> Authorize(Restoration call, CancellationToken cancel)
    {
        Authorizations.Add(call);
        return Task.FromResult<AuthorizeAnswer>(new AuthorizeAnswer.Taken("req-2", call.Permissions));
    }

    public Task<ModifyAnswer> Modify(GroupKey group, string ruleId, Permission to, CancellationToken cancel) => Task.FromResult<ModifyAnswer>(new ModifyAnswer.NotFound("req-3"));

    public Task<RevokeAnswer> RevokeOwn(GroupKey group, Direction direction, ImmutableArray<string> ruleIds, CancellationToken cancel) =>
        Task.FromResult<RevokeAnswer>(new RevokeAnswer.PermissionNotFound("req-4"));

    private SecurityGroup Web(string id, string account, string region) => new(new(account, region, id), "web-1", "vpc-0a", []) { Tags = Tags };

    private Task<GroupsReading> None()
    {
        Reads++;
        return Task.FromResult<GroupsReading>(new GroupsReading.Found([]));
    }
}

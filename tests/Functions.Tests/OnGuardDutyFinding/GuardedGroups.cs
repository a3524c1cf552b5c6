using Remediator.Changes;
using Remediator.Functions.Tests.OnSecurityGroupChange;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Functions.Tests.OnGuardDutyFinding;

/// <summary>The group <c>sg-0a</c>: SSH and HTTPS from everywhere, until one of them is revoked. All else is as <see cref="FakeGroups"/> answers.</summary>
internal sealed class GuardedGroups : ISecurityGroups, IGroupFacts
{
    private readonly FakeGroups _other = new();
    private readonly List<Permission> _permissions = [Open(22, "sgr-1"), Open(443, "sgr-2")];

    public IGroupEdits Edits => _other;

    public List<Revocation> Revocations => _other.Revocations;

    public Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel)
    {
        _permissions.RemoveAll(p => call.Permissions.Any(c => c.Content == p.Content));
        return _other.Revoke(call, cancel);
    }

    public Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel) => Task.FromResult<GroupReading>(new GroupReading.Found(Group(account, region)));

    public Task<GroupReading> Describe(GroupName group, string account, string region, CancellationToken cancel) => Read(group, account, region, cancel);

    public Task<GroupsReading> DescribeAll(ImmutableArray<string> groupIds, string account, string region, CancellationToken cancel) =>
        Task.FromResult<GroupsReading>(new GroupsReading.Found(groupIds.Contains("sg-0a") ? [Group(account, region)] : []));

    public Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel) => _other.ReadExposure(group, cancel);

    public Task<GroupsReading> DescribeReferring(string prefixListId, string account, string region, CancellationToken cancel) => _other.DescribeReferring(prefixListId, account, region, cancel);

    public Task<GroupsReading> DescribeVpc(string vpcId, string account, string region, CancellationToken cancel) => _other.DescribeVpc(vpcId, account, region, cancel);

    public Task<GroupsPage> DescribePage(string? token, string account, string region, CancellationToken cancel) => _other.DescribePage(token, account, region, cancel);

    public Task<PrefixListReading> ReadPrefixList(string idOrName, string account, string region, CancellationToken cancel) => _other.ReadPrefixList(idOrName, account, region, cancel);

    private SecurityGroup Group(string account, string region) => new(new(account, region, "sg-0a"), "web-1", "vpc-0a", [.. _permissions]) { Tags = [] };

    private static Permission Open(int port, string ruleId) =>
        Permission.Create(Direction.Ingress, "tcp", port, port, new Peer.Block(Remediator.Network.Cidr.TryParse("0.0.0.0/0", out var all) ? all : default, "0.0.0.0/0"), out _)! with { RuleId = ruleId };
}

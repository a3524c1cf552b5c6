using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Core.Tests.Answers;

/// <summary>Where no block is asked for, no ACL is looked at.</summary>
internal sealed class NoAcls : INetworkAcls
{
    public static readonly NoAcls Here = new();

    public Task<AclsReading> OfSubnets(ImmutableArray<string> subnetIds, string region, CancellationToken cancel) => throw Asked();

    public Task<Reading<NetworkAcl>> Read(string aclId, string region, CancellationToken cancel) => throw Asked();

    public Task<AclAnswer> Add(string aclId, AclEntry entry, string region, CancellationToken cancel) => throw Asked();

    public Task<AclAnswer> Remove(string aclId, int number, bool isEgress, string region, CancellationToken cancel) => throw Asked();

    public Task<Reading<ImmutableArray<Cidr>>> BlocksOf(ImmutableArray<string> vpcIds, string region, CancellationToken cancel) => throw Asked();

    private static InvalidOperationException Asked() => new("no block is asked for here");
}

using System.Net;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Functions.Tests.OnSchedule;

/// <summary>Interfaces and network ACLs where no measure stands: nobody asks for them.</summary>
internal sealed class NoNetwork : INetworkInterfaces, INetworkAcls
{
    private static NotSupportedException Asked => new("no measure stands in these tests");

    public Task<InterfacesReading> Read(ImmutableArray<string> interfaceIds, string region, CancellationToken cancel) => throw Asked;

    public Task<InterfacesReading> OfInstances(ImmutableArray<string> instanceIds, string region, CancellationToken cancel) => throw Asked;

    public Task<InterfacesReading> WithAddresses(ImmutableArray<IPAddress> addresses, string region, CancellationToken cancel) => throw Asked;

    public Task<InterfaceAnswer> SetGroups(string interfaceId, ImmutableArray<string> groupIds, string region, CancellationToken cancel) => throw Asked;

    public Task<GroupMade> MakeGroup(string name, string description, string vpcId, string region, CancellationToken cancel) => throw Asked;

    public Task<GroupReading> FindGroup(string name, string vpcId, string region, CancellationToken cancel) => throw Asked;

    public Task<AclsReading> OfSubnets(ImmutableArray<string> subnetIds, string region, CancellationToken cancel) => throw Asked;

    public Task<Reading<NetworkAcl>> Read(string aclId, string region, CancellationToken cancel) => throw Asked;

    public Task<AclAnswer> Add(string aclId, AclEntry entry, string region, CancellationToken cancel) => throw Asked;

    public Task<AclAnswer> Remove(string aclId, int number, bool isEgress, string region, CancellationToken cancel) => throw Asked;

    public Task<Reading<ImmutableArray<Cidr>>> BlocksOf(ImmutableArray<string> vpcIds, string region, CancellationToken cancel) => throw Asked;
}

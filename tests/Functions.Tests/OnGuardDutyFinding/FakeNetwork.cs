using System.Net;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Functions.Tests.OnGuardDutyFinding;

/// <summary>One interface, <c>eni-0a</c> of <c>i-0a</c>, in one subnet under one ACL; and what was asked to be done to them.</summary>
internal sealed class FakeNetwork : INetworkInterfaces, INetworkAcls
{
    private static readonly InterfaceFacts One = new("eni-0a", "vpc-0a", "subnet-0a", ["sg-0a"]) { InstanceId = "i-0a", Addresses = [IPAddress.Parse("10.0.0.23"), IPAddress.Parse("198.51.100.23")] };

    public List<string> Writes { get; } = [];

    /// <summary>What comes before any answer about interfaces.</summary>
    public Func<CancellationToken, Task> BeforeRead { get; init; } = _ => Task.CompletedTask;

    public Task<InterfacesReading> Read(ImmutableArray<string> interfaceIds, string region, CancellationToken cancel) => Found(interfaceIds.Contains(One.Id), cancel);

    public Task<InterfacesReading> OfInstances(ImmutableArray<string> instanceIds, string region, CancellationToken cancel) => Found(instanceIds.Contains(One.InstanceId!), cancel);

    public Task<InterfacesReading> WithAddresses(ImmutableArray<IPAddress> addresses, string region, CancellationToken cancel) => Found(One.Addresses.Any(addresses.Contains), cancel);

    public Task<InterfaceAnswer> SetGroups(string interfaceId, ImmutableArray<string> groupIds, string region, CancellationToken cancel)
    {
        Writes.Add($"{interfaceId} to {string.Join(' ', groupIds)}");
        return Task.FromResult<InterfaceAnswer>(new InterfaceAnswer.Taken("req-5"));
    }

    public Task<GroupMade> MakeGroup(string name, string description, string vpcId, string region, CancellationToken cancel)
    {
        Writes.Add($"{name} in {vpcId}");
        return Task.FromResult<GroupMade>(new GroupMade.Made("sg-0q", "req-6"));
    }

    public Task<GroupReading> FindGroup(string name, string vpcId, string region, CancellationToken cancel) => Task.FromResult<GroupReading>(new GroupReading.NotFound());

    public Task<AclsReading> OfSubnets(ImmutableArray<string> subnetIds, string region, CancellationToken cancel) => Task.FromResult<AclsReading>(new AclsReading.Found([]));

    public Task<Reading<NetworkAcl>> Read(string aclId, string region, CancellationToken cancel) => Task.FromResult(new Reading<NetworkAcl>(null, null));

    public Task<AclAnswer> Add(string aclId, AclEntry entry, string region, CancellationToken cancel)
    {
        Writes.Add($"{entry} into {aclId}");
        return Task.FromResult<AclAnswer>(new AclAnswer.Taken("req-7"));
    }

    public Task<AclAnswer> Remove(string aclId, int number, bool isEgress, string region, CancellationToken cancel)
    {
        Writes.Add($"{number} out of {aclId}");
        return Task.FromResult<AclAnswer>(new AclAnswer.Taken("req-8"));
    }

    public Task<Reading<ImmutableArray<Cidr>>> BlocksOf(ImmutableArray<string> vpcIds, string region, CancellationToken cancel) => Task.FromResult(new Reading<ImmutableArray<Cidr>>([], null));

    private async Task<InterfacesReading> Found(bool isOne, CancellationToken cancel)
    {
        await BeforeRead(cancel);
        return new InterfacesReading.Found(isOne ? [One] : []);
    }
}

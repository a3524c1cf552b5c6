using System.Net;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Core.Tests.Answers;

/// <summary>The network interfaces of one region in memory.</summary>
internal sealed class FakeInterfaces(CallLog calls) : INetworkInterfaces
{
    public Dictionary<string, InterfaceFacts> All { get; } = [];

    /// <summary>What a read answers for a reason of its own, in order.</summary>
    public Queue<InterfacesReading> Refusals { get; } = new();

    public InterfaceFacts Put(string id, string instance, string[] addresses, params string[] groups) => All[id] = new(id, "vpc-0a", "subnet-0a", [.. groups])
    {
        InstanceId = instance,
        Addresses = [.. addresses.Select(IPAddress.Parse)],
    };

    public Task<InterfacesReading> Read(ImmutableArray<string> interfaceIds, string region, CancellationToken cancel) =>
        Found($"Interfaces {string.Join(" ", interfaceIds)}", i => interfaceIds.Contains(i.Id));

    public Task<InterfacesReading> OfInstances(ImmutableArray<string> instanceIds, string region, CancellationToken cancel) =>
        Found($"OfInstances {string.Join(" ", instanceIds)}", i => i.InstanceId is { } id && instanceIds.Contains(id));

    public Task<InterfacesReading> WithAddresses(ImmutableArray<IPAddress> addresses, string region, CancellationToken cancel) =>
        Found($"WithAddresses {string.Join(" ", addresses)}", i => i.Addresses.Any(addresses.Contains));

    public Task<InterfaceAnswer> SetGroups(string interfaceId, ImmutableArray<string> groupIds, string region, CancellationToken cancel) => throw new InvalidOperationException("no isolation is asked for here");

    public Task<GroupMade> MakeGroup(string name, string description, string vpcId, string region, CancellationToken cancel) => throw new InvalidOperationException("no isolation is asked for here");

    public Task<GroupReading> FindGroup(string name, string vpcId, string region, CancellationToken cancel) => throw new InvalidOperationException("no isolation is asked for here");

    private Task<InterfacesReading> Found(string call, Func<InterfaceFacts, bool> which) => Task.FromResult(calls.Make(call, () =>
        Refusals.TryDequeue(out var refusal) ? refusal : new InterfacesReading.Found([.. All.Values.Where(which)])));
}

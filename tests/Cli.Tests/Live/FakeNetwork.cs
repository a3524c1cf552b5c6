using System.Net;
using Remediator.Containment;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Cli.Tests.Live;

/// <summary>One interface and one network ACL in memory, behaving as EC2 documents.</summary>
internal sealed class FakeNetwork : INetworkInterfaces, INetworkAcls
{
    public const string Eni = "eni-0a";
    public const string AclId = "acl-0a";

    /// <summary>Null when the interface is gone.</summary>
    public ImmutableArray<string>? Groups { get; set; } = ["sg-quarantine"];

    public List<AclEntry> Entries { get; } = [];

    /// <summary>Every call that changes something, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What EC2 has against every change; null for nothing.</summary>
    public string? Refuses { get; set; }

    public Task<InterfacesReading> Read(ImmutableArray<string> interfaceIds, string region, CancellationToken cancel) =>
        Task.FromResult<InterfacesReading>(new InterfacesReading.Found(Groups is { } groups && interfaceIds.Contains(Eni) ? [new(Eni, "vpc-0a", "subnet-0a", groups)] : []));

    public Task<InterfaceAnswer> SetGroups(string interfaceId, ImmutableArray<string> groupIds, string region, CancellationToken cancel)
    {
        Calls.Add($"SetGroups {string.Join(' ', groupIds.Order(StringComparer.Ordinal))}");
        if (Refuses is { } why) return Task.FromResult<InterfaceAnswer>(new InterfaceAnswer.Refused("req", why, false));
        Groups = groupIds;
        return Task.FromResult<InterfaceAnswer>(new InterfaceAnswer.Taken("req"));
    }

    public Task<GroupReading> FindGroup(string name, string vpcId, string region, CancellationToken cancel) => Task.FromResult<GroupReading>(
        name == OwnGroup.Quarantine ? new GroupReading.Found(new(new(LiveDesk.Account, LiveDesk.Region, "sg-quarantine"), name, vpcId, [])) : new GroupReading.NotFound());

    public Task<Reading<NetworkAcl>> Read(string aclId, string region, CancellationToken cancel) => Task.FromResult(new Reading<NetworkAcl>(new(AclId, "vpc-0a", [.. Entries]), null));

    public Task<AclAnswer> Remove(string aclId, int number, bool isEgress, string region, CancellationToken cancel)
    {
        Calls.Add(FormattableString.Invariant($"Remove {number}"));
        if (Refuses is { } why) return Task.FromResult<AclAnswer>(new AclAnswer.Refused("req", why, false));
        return Task.FromResult<AclAnswer>(Entries.RemoveAll(e => e.Number == number && e.IsEgress == isEgress) > 0 ? new AclAnswer.Taken("req") : new AclAnswer.NotFound("req"));
    }

    public Task<InterfacesReading> OfInstances(ImmutableArray<string> instanceIds, string region, CancellationToken cancel) => throw new NotSupportedException("an undo asks for none");

    public Task<InterfacesReading> WithAddresses(ImmutableArray<IPAddress> addresses, string region, CancellationToken cancel) => throw new NotSupportedException("an undo asks for none");

    public Task<GroupMade> MakeGroup(string name, string description, string vpcId, string region, CancellationToken cancel) => throw new NotSupportedException("an undo makes none");

    public Task<AclsReading> OfSubnets(ImmutableArray<string> subnetIds, string region, CancellationToken cancel) => throw new NotSupportedException("an undo asks for none");

    public Task<AclAnswer> Add(string aclId, AclEntry entry, string region, CancellationToken cancel) => throw new NotSupportedException("an undo makes none");

    public Task<Reading<ImmutableArray<Cidr>>> BlocksOf(ImmutableArray<string> vpcIds, string region, CancellationToken cancel) => throw new NotSupportedException("an undo asks for none");
}

using System.Net;

namespace Remediator.Ports;

/// <summary>EC2's network interfaces: what carries which groups, and moving one to others.</summary>
public interface INetworkInterfaces
{
    /// <summary>Those with these ids; those that are not there are left out.</summary>
    Task<InterfacesReading> Read(ImmutableArray<string> interfaceIds, string region, CancellationToken cancel);

    /// <summary>Every one of these instances; none of an instance that is gone.</summary>
    Task<InterfacesReading> OfInstances(ImmutableArray<string> instanceIds, string region, CancellationToken cancel);

    /// <summary>Those that have one of these addresses: private, public, or IPv6. Several VPCs may have the same private one.</summary>
    /// <param name="addresses">At most 200.</param>
    Task<InterfacesReading> WithAddresses(ImmutableArray<IPAddress> addresses, string region, CancellationToken cancel);

    /// <summary>Replaces all groups of one interface (ModifyNetworkInterfaceAttribute).</summary>
    /// <param name="groupIds">1 to 16.</param>
    Task<InterfaceAnswer> SetGroups(string interfaceId, ImmutableArray<string> groupIds, string region, CancellationToken cancel);

    /// <summary>Makes a group, with our tag on it; its first egress permissions are EC2's own and stand until they are revoked.</summary>
    /// <returns>Its id; a name that is taken in that VPC is <see cref="GroupMade.Taken"/>.</returns>
    Task<GroupMade> MakeGroup(string name, string description, string vpcId, string region, CancellationToken cancel);

    /// <summary>The group of this name in this VPC with its permissions and tags.</summary>
    Task<GroupReading> FindGroup(string name, string vpcId, string region, CancellationToken cancel);
}

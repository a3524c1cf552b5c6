using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Ports;

/// <summary>EC2's network ACLs.</summary>
public interface INetworkAcls
{
    /// <summary>The one that each of these subnets is under, each ACL once.</summary>
    Task<AclsReading> OfSubnets(ImmutableArray<string> subnetIds, string region, CancellationToken cancel);

    /// <summary>Null value: it is gone.</summary>
    Task<Reading<NetworkAcl>> Read(string aclId, string region, CancellationToken cancel);

    /// <summary>Creates one entry; never replaces one (CreateNetworkAclEntry).</summary>
    Task<AclAnswer> Add(string aclId, AclEntry entry, string region, CancellationToken cancel);

    /// <summary>Deletes the entry with this number, whatever it holds: read it first.</summary>
    Task<AclAnswer> Remove(string aclId, int number, bool isEgress, string region, CancellationToken cancel);

    /// <summary>The address blocks of these VPCs, IPv4 and IPv6.</summary>
    Task<Reading<ImmutableArray<Cidr>>> BlocksOf(ImmutableArray<string> vpcIds, string region, CancellationToken cancel);
}

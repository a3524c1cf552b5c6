using Remediator.Changes;

namespace Remediator.Ports;

/// <summary>What EC2 says around permissions: names, tags, VPCs, prefix lists. Only read where a verdict hangs on it.</summary>
public interface IGroupFacts
{
    /// <summary>The group with its name, description, VPC, tags and permissions, in one call (DescribeSecurityGroups); permissions have
    /// no <c>sgr-</c> ids and no tags here.</summary>
    Task<GroupReading> Describe(GroupName group, string account, string region, CancellationToken cancel);

    /// <summary>As <see cref="Describe"/>, for several groups; those that are not found are left out.</summary>
    Task<GroupsReading> DescribeAll(ImmutableArray<string> groupIds, string account, string region, CancellationToken cancel);

    /// <summary>As <see cref="Describe"/>, for every group in which a permission refers to the list, all pages.</summary>
    Task<GroupsReading> DescribeReferring(string prefixListId, string account, string region, CancellationToken cancel);

    /// <summary>As <see cref="Describe"/>, for every group of a VPC, all pages: to find the one that a baseline's peer names.</summary>
    Task<GroupsReading> DescribeVpc(string vpcId, string account, string region, CancellationToken cancel);

    /// <summary>As <see cref="Describe"/>, for all groups of the region, at most 200 a page: one call.</summary>
    /// <param name="token">Null for the first page.</param>
    Task<GroupsPage> DescribePage(string? token, string account, string region, CancellationToken cancel);

    /// <summary>A managed prefix list with all its entries, all pages.</summary>
    /// <param name="idOrName"><c>pl-…</c>, or the list's name.</param>
    Task<PrefixListReading> ReadPrefixList(string idOrName, string account, string region, CancellationToken cancel);
}

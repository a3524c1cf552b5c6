using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>DescribeManagedPrefixLists, over all pages. Can be gone through once.</summary>
public interface IDescribeManagedPrefixListsPaginator
{
    IPaginatedEnumerable<DescribeManagedPrefixListsResponse> Responses { get; }

    IPaginatedEnumerable<ManagedPrefixList> PrefixLists { get; }
}

using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>GetManagedPrefixListEntries, over all pages. Can be gone through once.</summary>
public interface IGetManagedPrefixListEntriesPaginator
{
    IPaginatedEnumerable<GetManagedPrefixListEntriesResponse> Responses { get; }

    IPaginatedEnumerable<PrefixListEntry> Entries { get; }
}

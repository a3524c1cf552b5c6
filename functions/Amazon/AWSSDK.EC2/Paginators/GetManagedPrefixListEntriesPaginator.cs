using Amazon.Runtime;
using Amazon.Shared.Client;

namespace Amazon.EC2.Model;

internal sealed class GetManagedPrefixListEntriesPaginator(IAmazonEC2 client, GetManagedPrefixListEntriesRequest request) : IGetManagedPrefixListEntriesPaginator
{
    private readonly IPaginator<GetManagedPrefixListEntriesResponse> _pages = new TokenPaginator<GetManagedPrefixListEntriesResponse>(
        request.NextToken,
        (token, cancellation) =>
        {
            request.NextToken = token;
            return client.GetManagedPrefixListEntriesAsync(request, cancellation);
        },
        static page => page.NextToken);

    public IPaginatedEnumerable<GetManagedPrefixListEntriesResponse> Responses => new PaginatedResponse<GetManagedPrefixListEntriesResponse>(_pages);

    public IPaginatedEnumerable<PrefixListEntry> Entries
        => new PaginatedResultKeyResponse<GetManagedPrefixListEntriesResponse, PrefixListEntry>(_pages, static page => page.Entries ?? []);
}

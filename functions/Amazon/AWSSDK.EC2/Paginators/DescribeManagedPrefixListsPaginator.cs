using Amazon.Runtime;
using Amazon.Shared.Client;

namespace Amazon.EC2.Model;

internal sealed class DescribeManagedPrefixListsPaginator(IAmazonEC2 client, DescribeManagedPrefixListsRequest request) : IDescribeManagedPrefixListsPaginator
{
    private readonly IPaginator<DescribeManagedPrefixListsResponse> _pages = new TokenPaginator<DescribeManagedPrefixListsResponse>(
        request.NextToken,
        (token, cancellation) =>
        {
            request.NextToken = token;
            return client.DescribeManagedPrefixListsAsync(request, cancellation);
        },
        static page => page.NextToken);

    public IPaginatedEnumerable<DescribeManagedPrefixListsResponse> Responses => new PaginatedResponse<DescribeManagedPrefixListsResponse>(_pages);

    public IPaginatedEnumerable<ManagedPrefixList> PrefixLists
        => new PaginatedResultKeyResponse<DescribeManagedPrefixListsResponse, ManagedPrefixList>(_pages, static page => page.PrefixLists ?? []);
}

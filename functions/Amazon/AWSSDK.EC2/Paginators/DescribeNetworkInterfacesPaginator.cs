using Amazon.Runtime;
using Amazon.Shared.Client;

namespace Amazon.EC2.Model;

internal sealed class DescribeNetworkInterfacesPaginator(IAmazonEC2 client, DescribeNetworkInterfacesRequest request) : IDescribeNetworkInterfacesPaginator
{
    private readonly IPaginator<DescribeNetworkInterfacesResponse> _pages = new TokenPaginator<DescribeNetworkInterfacesResponse>(
        request.NextToken,
        (token, cancellation) =>
        {
            request.NextToken = token;
            return client.DescribeNetworkInterfacesAsync(request, cancellation);
        },
        static page => page.NextToken);

    public IPaginatedEnumerable<DescribeNetworkInterfacesResponse> Responses => new PaginatedResponse<DescribeNetworkInterfacesResponse>(_pages);

    public IPaginatedEnumerable<NetworkInterface> NetworkInterfaces
        => new PaginatedResultKeyResponse<DescribeNetworkInterfacesResponse, NetworkInterface>(_pages, static page => page.NetworkInterfaces ?? []);
}

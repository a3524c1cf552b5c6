using Amazon.Runtime;
using Amazon.Shared.Client;

namespace Amazon.EC2.Model;

internal sealed class DescribeNetworkAclsPaginator(IAmazonEC2 client, DescribeNetworkAclsRequest request) : IDescribeNetworkAclsPaginator
{
    private readonly IPaginator<DescribeNetworkAclsResponse> _pages = new TokenPaginator<DescribeNetworkAclsResponse>(
        request.NextToken,
        (token, cancellation) =>
        {
            request.NextToken = token;
            return client.DescribeNetworkAclsAsync(request, cancellation);
        },
        static page => page.NextToken);

    public IPaginatedEnumerable<DescribeNetworkAclsResponse> Responses => new PaginatedResponse<DescribeNetworkAclsResponse>(_pages);

    public IPaginatedEnumerable<NetworkAcl> NetworkAcls
        => new PaginatedResultKeyResponse<DescribeNetworkAclsResponse, NetworkAcl>(_pages, static page => page.NetworkAcls ?? []);
}

using Amazon.Runtime;
using Amazon.Shared.Client;

namespace Amazon.EC2.Model;

internal sealed class DescribeVpcsPaginator(IAmazonEC2 client, DescribeVpcsRequest request) : IDescribeVpcsPaginator
{
    private readonly IPaginator<DescribeVpcsResponse> _pages = new TokenPaginator<DescribeVpcsResponse>(
        request.NextToken,
        (token, cancellation) =>
        {
            request.NextToken = token;
            return client.DescribeVpcsAsync(request, cancellation);
        },
        static page => page.NextToken);

    public IPaginatedEnumerable<DescribeVpcsResponse> Responses => new PaginatedResponse<DescribeVpcsResponse>(_pages);

    public IPaginatedEnumerable<Vpc> Vpcs
        => new PaginatedResultKeyResponse<DescribeVpcsResponse, Vpc>(_pages, static page => page.Vpcs ?? []);
}

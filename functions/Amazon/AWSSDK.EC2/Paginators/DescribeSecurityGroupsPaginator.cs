using Amazon.Runtime;
using Amazon.Shared.Client;

namespace Amazon.EC2.Model;

internal sealed class DescribeSecurityGroupsPaginator(IAmazonEC2 client, DescribeSecurityGroupsRequest request) : IDescribeSecurityGroupsPaginator
{
    private readonly IPaginator<DescribeSecurityGroupsResponse> _pages = new TokenPaginator<DescribeSecurityGroupsResponse>(
        request.NextToken,
        (token, cancellation) =>
        {
            request.NextToken = token;
            return client.DescribeSecurityGroupsAsync(request, cancellation);
        },
        static page => page.NextToken);

    public IPaginatedEnumerable<DescribeSecurityGroupsResponse> Responses => new PaginatedResponse<DescribeSecurityGroupsResponse>(_pages);

    public IPaginatedEnumerable<SecurityGroup> SecurityGroups
        => new PaginatedResultKeyResponse<DescribeSecurityGroupsResponse, SecurityGroup>(_pages, static page => page.SecurityGroups ?? []);
}

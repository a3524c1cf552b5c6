using Amazon.Runtime;
using Amazon.Shared.Client;

namespace Amazon.EC2.Model;

internal sealed class DescribeSecurityGroupRulesPaginator(IAmazonEC2 client, DescribeSecurityGroupRulesRequest request) : IDescribeSecurityGroupRulesPaginator
{
    private readonly IPaginator<DescribeSecurityGroupRulesResponse> _pages = new TokenPaginator<DescribeSecurityGroupRulesResponse>(
        request.NextToken,
        (token, cancellation) =>
        {
            request.NextToken = token;
            return client.DescribeSecurityGroupRulesAsync(request, cancellation);
        },
        static page => page.NextToken);

    public IPaginatedEnumerable<DescribeSecurityGroupRulesResponse> Responses => new PaginatedResponse<DescribeSecurityGroupRulesResponse>(_pages);

    public IPaginatedEnumerable<SecurityGroupRule> SecurityGroupRules
        => new PaginatedResultKeyResponse<DescribeSecurityGroupRulesResponse, SecurityGroupRule>(_pages, static page => page.SecurityGroupRules ?? []);
}

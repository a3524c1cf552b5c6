using Amazon.SecurityHub.Model;

namespace Amazon.SecurityHub.Internal;

internal sealed class SecurityHubPaginatorFactory(IAmazonSecurityHub client) : ISecurityHubPaginatorFactory
{
    public IGetFindingsPaginator GetFindings(GetFindingsRequest request) => new GetFindingsPaginator(client, request);
}

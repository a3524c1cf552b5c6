namespace Amazon.SecurityHub.Model;

public interface ISecurityHubPaginatorFactory
{
    IGetFindingsPaginator GetFindings(GetFindingsRequest request);
}

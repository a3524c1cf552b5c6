namespace Amazon.SecurityHub.Model;

public class GetFindingsRequest : AmazonSecurityHubRequest
{
    public AwsSecurityFindingFilters Filters { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public List<SortCriterion> SortCriteria { get; set; }
}

namespace Amazon.SecurityHub.Model;

public class BatchImportFindingsRequest : AmazonSecurityHubRequest
{
    public List<AwsSecurityFinding> Findings { get; set; }
}

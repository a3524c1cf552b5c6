using Amazon.Runtime;

namespace Amazon.SecurityHub.Model;

public class BatchUpdateFindingsResponse : AmazonWebServiceResponse
{
    public List<AwsSecurityFindingIdentifier> ProcessedFindings { get; set; }

    public List<BatchUpdateFindingsUnprocessedFinding> UnprocessedFindings { get; set; }
}

using Amazon.Runtime;

namespace Amazon.SecurityHub.Model;

public class GetFindingsResponse : AmazonWebServiceResponse
{
    public List<AwsSecurityFinding> Findings { get; set; }

    public string NextToken { get; set; }
}

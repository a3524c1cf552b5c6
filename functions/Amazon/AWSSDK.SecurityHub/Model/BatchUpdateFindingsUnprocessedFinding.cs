namespace Amazon.SecurityHub.Model;

public class BatchUpdateFindingsUnprocessedFinding
{
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public AwsSecurityFindingIdentifier FindingIdentifier { get; set; }
}

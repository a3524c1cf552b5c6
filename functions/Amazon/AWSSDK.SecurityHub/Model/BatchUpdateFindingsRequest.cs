namespace Amazon.SecurityHub.Model;

public class BatchUpdateFindingsRequest : AmazonSecurityHubRequest
{
    public int? Confidence { get; set; }

    public int? Criticality { get; set; }

    public List<AwsSecurityFindingIdentifier> FindingIdentifiers { get; set; }

    public NoteUpdate Note { get; set; }

    public List<RelatedFinding> RelatedFindings { get; set; }

    public SeverityUpdate Severity { get; set; }

    public List<string> Types { get; set; }

    public Dictionary<string, string> UserDefinedFields { get; set; }

    public VerificationState VerificationState { get; set; }

    public WorkflowUpdate Workflow { get; set; }
}

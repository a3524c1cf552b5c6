namespace Amazon.SecurityHub.Model;

/// <summary>A finding in the AWS Security Finding Format. Times are ISO 8601 texts; at most 240 KB as JSON.</summary>
public class AwsSecurityFinding
{
    /// <summary>The account that the finding is about; it has to be the caller's.</summary>
    public string AwsAccountId { get; set; }

    public string AwsAccountName { get; set; }

    public string CompanyName { get; set; }

    public Compliance Compliance { get; set; }

    public int? Confidence { get; set; }

    public string CreatedAt { get; set; }

    public int? Criticality { get; set; }

    /// <summary>At most 1,024 characters.</summary>
    public string Description { get; set; }

    public FindingProviderFields FindingProviderFields { get; set; }

    public string FirstObservedAt { get; set; }

    public string GeneratorId { get; set; }

    public string Id { get; set; }

    public string LastObservedAt { get; set; }

    public Note Note { get; set; }

    public string ProcessedAt { get; set; }

    public string ProductArn { get; set; }

    /// <summary>At most 50 entries.</summary>
    public Dictionary<string, string> ProductFields { get; set; }

    public string ProductName { get; set; }

    public RecordState RecordState { get; set; }

    public string Region { get; set; }

    /// <summary>At most 10.</summary>
    public List<RelatedFinding> RelatedFindings { get; set; }

    public Remediation Remediation { get; set; }

    /// <summary>At most 32.</summary>
    public List<Resource> Resources { get; set; }

    public bool? Sample { get; set; }

    public string SchemaVersion { get; set; }

    public Severity Severity { get; set; }

    public string SourceUrl { get; set; }

    /// <summary>At most 256 characters.</summary>
    public string Title { get; set; }

    /// <summary>Each of the form namespace/category/classifier; at most 50.</summary>
    public List<string> Types { get; set; }

    /// <summary>An import whose time is not later than the stored finding's is ignored by the service.</summary>
    public string UpdatedAt { get; set; }

    public Dictionary<string, string> UserDefinedFields { get; set; }

    public VerificationState VerificationState { get; set; }

    public Workflow Workflow { get; set; }

    public WorkflowState WorkflowState { get; set; }
}

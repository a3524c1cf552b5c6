namespace Amazon.SecurityHub.Model;

public class FindingProviderFields
{
    public int? Confidence { get; set; }

    public int? Criticality { get; set; }

    public List<RelatedFinding> RelatedFindings { get; set; }

    public FindingProviderSeverity Severity { get; set; }

    public List<string> Types { get; set; }
}

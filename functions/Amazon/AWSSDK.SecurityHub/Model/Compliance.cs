namespace Amazon.SecurityHub.Model;

public class Compliance
{
    public List<AssociatedStandard> AssociatedStandards { get; set; }

    public List<string> RelatedRequirements { get; set; }

    public string SecurityControlId { get; set; }

    public List<SecurityControlParameter> SecurityControlParameters { get; set; }

    public ComplianceStatus Status { get; set; }

    public List<StatusReason> StatusReasons { get; set; }
}

namespace Amazon.SecurityHub.Model;

/// <summary>What findings have to match: all members, and of each member any entry (all of those that exclude).</summary>
public class AwsSecurityFindingFilters
{
    public List<StringFilter> AwsAccountId { get; set; }

    public List<StringFilter> CompanyName { get; set; }

    public List<StringFilter> ComplianceSecurityControlId { get; set; }

    public List<StringFilter> ComplianceStatus { get; set; }

    public List<DateFilter> CreatedAt { get; set; }

    public List<StringFilter> Description { get; set; }

    public List<DateFilter> FirstObservedAt { get; set; }

    public List<StringFilter> GeneratorId { get; set; }

    public List<StringFilter> Id { get; set; }

    public List<DateFilter> LastObservedAt { get; set; }

    public List<StringFilter> NoteText { get; set; }

    public List<DateFilter> NoteUpdatedAt { get; set; }

    public List<StringFilter> NoteUpdatedBy { get; set; }

    public List<StringFilter> ProductArn { get; set; }

    public List<MapFilter> ProductFields { get; set; }

    public List<StringFilter> ProductName { get; set; }

    public List<StringFilter> RecordState { get; set; }

    public List<StringFilter> Region { get; set; }

    public List<StringFilter> RelatedFindingsId { get; set; }

    public List<StringFilter> RelatedFindingsProductArn { get; set; }

    public List<MapFilter> ResourceDetailsOther { get; set; }

    public List<StringFilter> ResourceId { get; set; }

    public List<StringFilter> ResourcePartition { get; set; }

    public List<StringFilter> ResourceRegion { get; set; }

    public List<MapFilter> ResourceTags { get; set; }

    public List<StringFilter> ResourceType { get; set; }

    public List<BooleanFilter> Sample { get; set; }

    public List<StringFilter> SeverityLabel { get; set; }

    public List<StringFilter> SourceUrl { get; set; }

    public List<StringFilter> Title { get; set; }

    public List<StringFilter> Type { get; set; }

    public List<DateFilter> UpdatedAt { get; set; }

    public List<MapFilter> UserDefinedFields { get; set; }

    public List<StringFilter> VerificationState { get; set; }

    public List<StringFilter> WorkflowState { get; set; }

    public List<StringFilter> WorkflowStatus { get; set; }
}

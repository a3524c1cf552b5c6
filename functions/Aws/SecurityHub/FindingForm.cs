using System.Globalization;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Remediator.Findings;

namespace Remediator.Aws.SecurityHub;

/// <summary>A finding as Security Hub writes it: the AWS Security Finding Format, version 2018-10-08.</summary>
/// <remarks>https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html. Severity, types and related findings stand twice: at
/// the top for a first import, and as provider fields, the only way in which an import may change them later.</remarks>
internal static class FindingForm
{
    public static AwsSecurityFinding Write(Finding finding) => new()
    {
        SchemaVersion = "2018-10-08",
        Id = finding.Id,
        ProductArn = finding.ProductArn,
        ProductName = "Remediator",
        GeneratorId = finding.GeneratorId,
        AwsAccountId = finding.Account,
        Region = finding.Region,
        Types = [Finding.Type],
        CreatedAt = Time(finding.CreatedAt),
        FirstObservedAt = Time(finding.FirstObservedAt),
        LastObservedAt = Time(finding.UpdatedAt),
        UpdatedAt = Time(finding.UpdatedAt),
        Severity = new() { Label = new SeverityLabel(finding.SeverityLabel) },
        FindingProviderFields = new() { Severity = new() { Label = new SeverityLabel(finding.SeverityLabel) }, Types = [Finding.Type], RelatedFindings = Related(finding) },
        Title = finding.Title,
        Description = finding.Description,
        Remediation = new() { Recommendation = new() { Text = finding.RemediationText } },
        Compliance = Compliance(finding),
        RecordState = RecordState.ACTIVE,
        Resources = [Resource(finding.Resource)],
        ProductFields = finding.ProductFields.ToDictionary(StringComparer.Ordinal),
        RelatedFindings = Related(finding),
    };

    /// <summary>Null where there is none: the service takes no empty list.</summary>
    private static List<Amazon.SecurityHub.Model.RelatedFinding>? Related(Finding finding) =>
        finding.Related is { } related ? [new() { ProductArn = related.ProductArn, Id = related.Id }] : null;

    private static Compliance Compliance(Finding finding) => new()
    {
        Status = finding.Passed ? ComplianceStatus.PASSED : ComplianceStatus.FAILED,
        RelatedRequirements = finding.RelatedRequirements.IsEmpty ? null : [.. finding.RelatedRequirements],
    };

    private static Resource Resource(FindingResource resource) => new()
    {
        Type = "AwsEc2SecurityGroup",
        Id = resource.Arn,
        Partition = new Partition(resource.Partition),
        Region = resource.Region,
        Details = new() { AwsEc2SecurityGroup = new() { GroupId = resource.GroupId, OwnerId = resource.Account } },
    };

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

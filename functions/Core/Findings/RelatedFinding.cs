namespace Remediator.Findings;

/// <summary>A finding of another product in Security Hub, by which people get from ours to it.</summary>
/// <param name="ProductArn">The product's, in the region of the finding.</param>
/// <param name="Id">As that product tells it to Security Hub; at most 512 characters.</param>
/// <remarks>https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_RelatedFinding.html; the products' ARNs:
/// https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-providers.html. GuardDuty's id there is its finding's ARN.</remarks>
public sealed record RelatedFinding(string ProductArn, string Id)
{
    private const int MostOfId = 512;

    /// <summary>GuardDuty's; null where no threat led here, and where its ARN is not known or is none.</summary>
    internal static RelatedFinding? Of(Report report)
    {
        if (report.Threat is not { Arn: { } arn } || !arn.StartsWith("arn:", StringComparison.Ordinal) || SafeText.Ascii(arn, MostOfId) != arn) return null;
        return new($"arn:{report.Partition}:securityhub:{SafeText.Ascii(report.Group.Region, FindingLimits.Region)}::product/aws/guardduty", arn);
    }
}

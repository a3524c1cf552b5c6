namespace Remediator.Aws.Ec2;

/// <summary>What EC2's error codes mean (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html). EC2 spells some
/// of them in two ways, one for each generation of its operations.</summary>
internal static class Ec2Codes
{
    public const string Duplicate = "InvalidPermission.Duplicate";

    public const string PermissionNotFound = "InvalidPermission.NotFound";

    public const string RulesExceeded = "RulesPerSecurityGroupLimitExceeded";

    public static bool IsNoGroup(AwsFailure failure) => failure.Code is "InvalidGroup.NotFound" or "InvalidGroupId.NotFound" or "InvalidSecurityGroupID.NotFound";

    public static bool IsNoRule(AwsFailure failure) => failure.Code is "InvalidSecurityGroupRuleId.NotFound" or "InvalidSecurityGroupRuleID.NotFound";

    public static bool IsNoPrefixList(AwsFailure failure) => failure.Code is "InvalidPrefixListID.NotFound" or "InvalidPrefixListId.NotFound";

    /// <summary>The credentials are unknown: the one code about the caller that begins with Invalid.</summary>
    public static bool IsAboutCaller(AwsFailure failure) => failure.Code == "InvalidClientTokenId";

    /// <summary>Codes that object to what a call says begin with Invalid.</summary>
    public static bool IsAboutContent(AwsFailure failure) => !failure.Retryable && failure.Code.StartsWith("Invalid", StringComparison.Ordinal);
}

namespace Remediator.Aws.Ec2;

/// <summary>What EC2's error codes mean (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html). EC2 spells some
/// of them in two ways, one for each generation of its operations.</summary>
internal static class Ec2Codes
{
    public const string Duplicate = "InvalidPermission.Duplicate";

    public const string PermissionNotFound = "InvalidPermission.NotFound";

    public const string RulesExceeded = "RulesPerSecurityGroupLimitExceeded";

    public const string GroupDuplicate = "InvalidGroup.Duplicate";

    public const string AclEntryTaken = "NetworkAclEntryAlreadyExists";

    public const string AclFull = "NetworkAclEntryLimitExceeded";

    public const string NoAclEntry = "InvalidNetworkAclEntry.NotFound";

    /// <summary>Its message begins so where a service manages the resource; AuthFailure says other things too, of credentials say.</summary>
    private const string NoPermission = "AuthFailure: You do not have permission to access the specified resource";

    /// <summary>Also what is said of a group in another VPC than the interface that is to have it.</summary>
    public static bool IsNoGroup(AwsFailure failure) => failure.Code is "InvalidGroup.NotFound" or "InvalidGroupId.NotFound" or "InvalidSecurityGroupID.NotFound";

    public static bool IsNoRule(AwsFailure failure) => failure.Code is "InvalidSecurityGroupRuleId.NotFound" or "InvalidSecurityGroupRuleID.NotFound";

    public static bool IsNoPrefixList(AwsFailure failure) => failure.Code is "InvalidPrefixListID.NotFound" or "InvalidPrefixListId.NotFound";

    public static bool IsNoInterface(AwsFailure failure) => failure.Code is "InvalidNetworkInterfaceID.NotFound" or "InvalidNetworkInterfaceId.NotFound";

    public static bool IsNoAcl(AwsFailure failure) => failure.Code is "InvalidNetworkAclID.NotFound" or "InvalidNetworkAclId.NotFound";

    /// <summary>A service manages the interface, and nobody else may change it
    /// (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html).</summary>
    public static bool IsManaged(AwsFailure failure) => failure.Code == "OperationNotPermitted" || failure.Problem.StartsWith(NoPermission, StringComparison.Ordinal);

    /// <summary>The credentials are unknown: the one code about the caller that begins with Invalid.</summary>
    public static bool IsAboutCaller(AwsFailure failure) => failure.Code == "InvalidClientTokenId";

    /// <summary>Codes that object to what a call says begin with Invalid.</summary>
    public static bool IsAboutContent(AwsFailure failure) => !failure.Retryable && failure.Code.StartsWith("Invalid", StringComparison.Ordinal);
}

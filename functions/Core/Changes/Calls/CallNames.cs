namespace Remediator.Changes.Calls;

/// <summary>The EC2 calls that are judged, by the names that CloudTrail gives them.</summary>
internal static class CallNames
{
    public const string AuthorizeIngress = "AuthorizeSecurityGroupIngress";
    public const string AuthorizeEgress = "AuthorizeSecurityGroupEgress";
    public const string ModifyRules = "ModifySecurityGroupRules";
    public const string RevokeIngress = "RevokeSecurityGroupIngress";
    public const string RevokeEgress = "RevokeSecurityGroupEgress";
    public const string CreateGroup = "CreateSecurityGroup";
    public const string CreateTags = "CreateTags";
    public const string DeleteTags = "DeleteTags";
    public const string ModifyPrefixList = "ModifyManagedPrefixList";
    public const string RestorePrefixList = "RestoreManagedPrefixListVersion";

    public static bool IsJudged(string name) => name
        is AuthorizeIngress or AuthorizeEgress or ModifyRules or RevokeIngress or RevokeEgress
        or CreateGroup or CreateTags or DeleteTags or ModifyPrefixList or RestorePrefixList;
}

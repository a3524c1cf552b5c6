namespace Remediator.Aws.Tests.Ec2;

/// <summary>What DescribeNetworkAcls answers
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkAcls.html), for <see cref="Ec2Account.Answering"/>.</summary>
internal static class AclXml
{
    public const string AllowAll = "<item><ruleNumber>100</ruleNumber><protocol>-1</protocol><ruleAction>allow</ruleAction><egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>";

    public static string Page(string? next, params string[] acls) =>
        $"DescribeNetworkAcls:<networkAclSet>{string.Concat(acls)}</networkAclSet>{(next is null ? "" : $"<nextToken>{next}</nextToken>")}";

    public static string Acl(string id, string entries, params string[] subnets) =>
        $"<item><networkAclId>{id}</networkAclId><vpcId>vpc-0a</vpcId><default>true</default><entrySet>{entries}</entrySet>"
        + $"<associationSet>{string.Concat(subnets.Select(s => $"<item><networkAclAssociationId>aclassoc-{s}</networkAclAssociationId><networkAclId>{id}</networkAclId><subnetId>{s}</subnetId></item>"))}</associationSet></item>";
}

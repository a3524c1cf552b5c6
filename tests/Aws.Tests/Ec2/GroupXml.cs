namespace Remediator.Aws.Tests.Ec2;

/// <summary>What DescribeSecurityGroups answers
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html), for <see cref="Ec2Account.Answering"/>.</summary>
internal static class GroupXml
{
    public static string Page(string? next, params string[] groups) =>
        $"DescribeSecurityGroups:<securityGroupInfo>{string.Concat(groups)}</securityGroupInfo>{(next is null ? "" : $"<nextToken>{next}</nextToken>")}";

    /// <param name="inner">What else the row says: permissions and tags.</param>
    public static string Group(string id, string name, string inner, string owner = Ec2Account.Own) =>
        $"<item><ownerId>{owner}</ownerId><groupId>{id}</groupId><groupName>{name}</groupName><groupDescription>for &amp;&lt;tests&gt;</groupDescription><vpcId>vpc-0a</vpcId>{inner}</item>";
}

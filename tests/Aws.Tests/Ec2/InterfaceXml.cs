namespace Remediator.Aws.Tests.Ec2;

/// <summary>What DescribeNetworkInterfaces answers
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html), for <see cref="Ec2Account.Answering"/>.</summary>
internal static class InterfaceXml
{
    public static string Page(string? next, params string[] interfaces) =>
        $"DescribeNetworkInterfaces:<networkInterfaceSet>{string.Concat(interfaces)}</networkInterfaceSet>{(next is null ? "" : $"<nextToken>{next}</nextToken>")}";

    /// <param name="inner">What else the row says.</param>
    public static string Interface(string id, string inner = "", string instance = "i-0a", params string[] groups) =>
        $"<item><networkInterfaceId>{id}</networkInterfaceId><subnetId>subnet-0a</subnetId><vpcId>vpc-0a</vpcId><ownerId>{Ec2Account.Own}</ownerId><status>in-use</status>"
        + $"<groupSet>{string.Concat(groups.Select(g => $"<item><groupId>{g}</groupId><groupName>a group</groupName></item>"))}</groupSet>"
        + $"<attachment><attachmentId>eni-attach-0a</attachmentId><instanceId>{instance}</instanceId><status>attached</status></attachment>{inner}</item>";

    /// <summary>As EC2 answers for an instance with two private addresses, each with a public one, and one IPv6 address.</summary>
    public const string Addresses = """
        <privateIpAddress>10.0.0.5</privateIpAddress><association><publicIp>203.0.113.5</publicIp><ipOwnerId>amazon</ipOwnerId></association>
        <privateIpAddressesSet>
        <item><privateIpAddress>10.0.0.5</privateIpAddress><primary>true</primary><association><publicIp>203.0.113.5</publicIp></association></item>
        <item><privateIpAddress>10.0.0.6</privateIpAddress><primary>false</primary><association><publicIp>203.0.113.6</publicIp></association></item></privateIpAddressesSet>
        <ipv6AddressesSet><item><ipv6Address>2001:db8::5</ipv6Address></item></ipv6AddressesSet>
        """;
}

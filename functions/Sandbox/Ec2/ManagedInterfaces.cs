using System.Xml.Linq;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// Interfaces that a service makes and nobody else may change
/// (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html). moto knows none: they are told by the descriptions
/// that AWS writes on its own.
/// </summary>
internal static class ManagedInterfaces
{
    private static readonly ImmutableArray<string> Descriptions = ["ELB ", "AWS Lambda VPC ENI", "RDSNetworkInterface", "VPC Endpoint Interface ", "Interface for NAT Gateway ", "EFS mount target for "];

    public static bool IsOne(XElement row) => Descriptions.Any(begin => row.Element("description")?.Value.StartsWith(begin, StringComparison.Ordinal) == true);

    public static void Correct(XElement row) => row.SetElementValue("requesterManaged", IsOne(row) ? "true" : "false");
}

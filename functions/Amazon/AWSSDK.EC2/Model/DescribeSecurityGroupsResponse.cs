using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to DescribeSecurityGroups.</summary>
public partial class DescribeSecurityGroupsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<SecurityGroup> SecurityGroups { get; set; }

    internal static void ReadMember(DescribeSecurityGroupsResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "nextToken": response.NextToken = xml.Text(); break;
            case "securityGroupInfo": response.SecurityGroups = xml.List(response.SecurityGroups, "item", SecurityGroup.Read); break;
            default: xml.Skip(); break;
        }
    }
}

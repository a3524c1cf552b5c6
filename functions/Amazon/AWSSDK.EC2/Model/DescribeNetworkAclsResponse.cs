using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to DescribeNetworkAcls.</summary>
public partial class DescribeNetworkAclsResponse : AmazonWebServiceResponse
{
    public List<NetworkAcl> NetworkAcls { get; set; }

    public string NextToken { get; set; }

    internal static void ReadMember(DescribeNetworkAclsResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "networkAclSet": response.NetworkAcls = xml.List(response.NetworkAcls, "item", NetworkAcl.Read); break;
            case "nextToken": response.NextToken = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

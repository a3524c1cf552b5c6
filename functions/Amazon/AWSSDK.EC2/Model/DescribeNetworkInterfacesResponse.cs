using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to DescribeNetworkInterfaces.</summary>
public partial class DescribeNetworkInterfacesResponse : AmazonWebServiceResponse
{
    public List<NetworkInterface> NetworkInterfaces { get; set; }

    public string NextToken { get; set; }

    internal static void ReadMember(DescribeNetworkInterfacesResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "networkInterfaceSet": response.NetworkInterfaces = xml.List(response.NetworkInterfaces, "item", NetworkInterface.Read); break;
            case "nextToken": response.NextToken = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

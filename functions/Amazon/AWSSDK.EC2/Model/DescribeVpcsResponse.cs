using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to DescribeVpcs.</summary>
public partial class DescribeVpcsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<Vpc> Vpcs { get; set; }

    internal static void ReadMember(DescribeVpcsResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "nextToken": response.NextToken = xml.Text(); break;
            case "vpcSet": response.Vpcs = xml.List(response.Vpcs, "item", Vpc.Read); break;
            default: xml.Skip(); break;
        }
    }
}

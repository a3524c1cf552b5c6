using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to DescribeManagedPrefixLists.</summary>
public partial class DescribeManagedPrefixListsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<ManagedPrefixList> PrefixLists { get; set; }

    internal static void ReadMember(DescribeManagedPrefixListsResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "nextToken": response.NextToken = xml.Text(); break;
            case "prefixListSet": response.PrefixLists = xml.List(response.PrefixLists, "item", ManagedPrefixList.Read); break;
            default: xml.Skip(); break;
        }
    }
}

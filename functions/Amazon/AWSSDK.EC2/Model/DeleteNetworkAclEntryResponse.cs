using System.Xml;
using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>The answer to DeleteNetworkAclEntry.</summary>
public partial class DeleteNetworkAclEntryResponse : AmazonWebServiceResponse
{
    internal static void ReadMember(DeleteNetworkAclEntryResponse response, string name, XmlReader xml) => xml.Skip();
}

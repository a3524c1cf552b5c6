using System.Xml;
using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>The answer to CreateNetworkAclEntry.</summary>
public partial class CreateNetworkAclEntryResponse : AmazonWebServiceResponse
{
    internal static void ReadMember(CreateNetworkAclEntryResponse response, string name, XmlReader xml) => xml.Skip();
}

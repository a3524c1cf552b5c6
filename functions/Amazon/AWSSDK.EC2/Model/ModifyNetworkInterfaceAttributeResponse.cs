using System.Xml;
using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>The answer to ModifyNetworkInterfaceAttribute.</summary>
public partial class ModifyNetworkInterfaceAttributeResponse : AmazonWebServiceResponse
{
    internal static void ReadMember(ModifyNetworkInterfaceAttributeResponse response, string name, XmlReader xml) => xml.Skip();
}

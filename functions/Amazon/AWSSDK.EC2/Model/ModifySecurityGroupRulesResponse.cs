using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to ModifySecurityGroupRules.</summary>
public partial class ModifySecurityGroupRulesResponse : AmazonWebServiceResponse
{
    public bool? Return { get; set; }

    internal static void ReadMember(ModifySecurityGroupRulesResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "return": response.Return = xml.Bool(); break;
            default: xml.Skip(); break;
        }
    }
}

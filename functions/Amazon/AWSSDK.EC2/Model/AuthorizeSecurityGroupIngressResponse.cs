using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to AuthorizeSecurityGroupIngress.</summary>
public partial class AuthorizeSecurityGroupIngressResponse : AmazonWebServiceResponse
{
    public bool? Return { get; set; }

    public List<SecurityGroupRule> SecurityGroupRules { get; set; }

    internal static void ReadMember(AuthorizeSecurityGroupIngressResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "return": response.Return = xml.Bool(); break;
            case "securityGroupRuleSet": response.SecurityGroupRules = xml.List(response.SecurityGroupRules, "item", SecurityGroupRule.Read); break;
            default: xml.Skip(); break;
        }
    }
}

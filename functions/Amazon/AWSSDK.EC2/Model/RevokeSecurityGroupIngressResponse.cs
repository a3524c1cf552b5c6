using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to RevokeSecurityGroupIngress.</summary>
public partial class RevokeSecurityGroupIngressResponse : AmazonWebServiceResponse
{
    public bool? Return { get; set; }

    public List<RevokedSecurityGroupRule> RevokedSecurityGroupRules { get; set; }

    public List<IpPermission> UnknownIpPermissions { get; set; }

    internal static void ReadMember(RevokeSecurityGroupIngressResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "return": response.Return = xml.Bool(); break;
            case "revokedSecurityGroupRuleSet": response.RevokedSecurityGroupRules = xml.List(response.RevokedSecurityGroupRules, "item", RevokedSecurityGroupRule.Read); break;
            case "unknownIpPermissionSet": response.UnknownIpPermissions = xml.List(response.UnknownIpPermissions, "item", IpPermission.Read); break;
            default: xml.Skip(); break;
        }
    }
}

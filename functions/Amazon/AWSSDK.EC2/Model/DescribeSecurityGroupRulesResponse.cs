using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to DescribeSecurityGroupRules.</summary>
public partial class DescribeSecurityGroupRulesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<SecurityGroupRule> SecurityGroupRules { get; set; }

    internal static void ReadMember(DescribeSecurityGroupRulesResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "nextToken": response.NextToken = xml.Text(); break;
            case "securityGroupRuleSet": response.SecurityGroupRules = xml.List(response.SecurityGroupRules, "item", SecurityGroupRule.Read); break;
            default: xml.Skip(); break;
        }
    }
}

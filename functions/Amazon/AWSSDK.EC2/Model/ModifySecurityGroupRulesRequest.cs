using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Rewrites rules in place, by their ids.</summary>
public partial class ModifySecurityGroupRulesRequest : AmazonEC2Request
{
    public bool? DryRun { get; set; }

    public string GroupId { get; set; }

    public List<SecurityGroupRuleUpdate> SecurityGroupRules { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<ModifySecurityGroupRulesRequest, ModifySecurityGroupRulesResponse>(
        "ModifySecurityGroupRules", static (request, to) => request.Write(to), ModifySecurityGroupRulesResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.Add("GroupId", GroupId);
        to.List("SecurityGroupRule", SecurityGroupRules, static (securityGroupRuleUpdate, to) => securityGroupRuleUpdate.Write(to));
    }
}

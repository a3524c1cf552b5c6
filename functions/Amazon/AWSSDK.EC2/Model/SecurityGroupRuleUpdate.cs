using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A rule id and what the rule becomes.</summary>
public partial class SecurityGroupRuleUpdate
{
    public SecurityGroupRuleRequest SecurityGroupRule { get; set; }

    public string SecurityGroupRuleId { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Structure("SecurityGroupRule", SecurityGroupRule, static (securityGroupRuleRequest, to) => securityGroupRuleRequest.Write(to));
        to.Add("SecurityGroupRuleId", SecurityGroupRuleId);
    }
}

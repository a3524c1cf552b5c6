using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>DescribeSecurityGroupRules, over all pages. Can be gone through once.</summary>
public interface IDescribeSecurityGroupRulesPaginator
{
    IPaginatedEnumerable<DescribeSecurityGroupRulesResponse> Responses { get; }

    IPaginatedEnumerable<SecurityGroupRule> SecurityGroupRules { get; }
}

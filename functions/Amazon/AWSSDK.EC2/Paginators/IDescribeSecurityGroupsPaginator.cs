using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>DescribeSecurityGroups, over all pages. Can be gone through once.</summary>
public interface IDescribeSecurityGroupsPaginator
{
    IPaginatedEnumerable<DescribeSecurityGroupsResponse> Responses { get; }

    IPaginatedEnumerable<SecurityGroup> SecurityGroups { get; }
}

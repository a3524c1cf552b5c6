using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>DescribeNetworkAcls, over all pages. Can be gone through once.</summary>
public interface IDescribeNetworkAclsPaginator
{
    IPaginatedEnumerable<DescribeNetworkAclsResponse> Responses { get; }

    IPaginatedEnumerable<NetworkAcl> NetworkAcls { get; }
}

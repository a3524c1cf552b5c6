using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>DescribeVpcs, over all pages. Can be gone through once.</summary>
public interface IDescribeVpcsPaginator
{
    IPaginatedEnumerable<DescribeVpcsResponse> Responses { get; }

    IPaginatedEnumerable<Vpc> Vpcs { get; }
}

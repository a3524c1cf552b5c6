using Amazon.Runtime;

namespace Amazon.EC2.Model;

/// <summary>DescribeNetworkInterfaces, over all pages. Can be gone through once.</summary>
public interface IDescribeNetworkInterfacesPaginator
{
    IPaginatedEnumerable<DescribeNetworkInterfacesResponse> Responses { get; }

    IPaginatedEnumerable<NetworkInterface> NetworkInterfaces { get; }
}

using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Asks for network interfaces, by id or by filter, a page at a time.</summary>
public partial class DescribeNetworkInterfacesRequest : AmazonEC2Request
{
    public bool? DryRun { get; set; }

    public List<Filter> Filters { get; set; }

    public bool? IncludeManagedResources { get; set; }

    public int? MaxResults { get; set; }

    public List<string> NetworkInterfaceIds { get; set; }

    public string NextToken { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<DescribeNetworkInterfacesRequest, DescribeNetworkInterfacesResponse>(
        "DescribeNetworkInterfaces", static (request, to) => request.Write(to), DescribeNetworkInterfacesResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.List("Filter", Filters, static (filter, to) => filter.Write(to));
        to.Add("IncludeManagedResources", IncludeManagedResources);
        to.Add("MaxResults", MaxResults);
        to.List("NetworkInterfaceId", NetworkInterfaceIds);
        to.Add("NextToken", NextToken);
    }
}

using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Asks for network ACLs, by id or by filter, a page at a time.</summary>
public partial class DescribeNetworkAclsRequest : AmazonEC2Request
{
    public bool? DryRun { get; set; }

    public List<Filter> Filters { get; set; }

    public int? MaxResults { get; set; }

    public List<string> NetworkAclIds { get; set; }

    public string NextToken { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<DescribeNetworkAclsRequest, DescribeNetworkAclsResponse>(
        "DescribeNetworkAcls", static (request, to) => request.Write(to), DescribeNetworkAclsResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.List("Filter", Filters, static (filter, to) => filter.Write(to));
        to.Add("MaxResults", MaxResults);
        to.List("NetworkAclId", NetworkAclIds);
        to.Add("NextToken", NextToken);
    }
}

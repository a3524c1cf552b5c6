using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Asks for VPCs, by id or by filter, a page at a time.</summary>
public partial class DescribeVpcsRequest : AmazonEC2Request
{
    public bool? DryRun { get; set; }

    public List<Filter> Filters { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public List<string> VpcIds { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<DescribeVpcsRequest, DescribeVpcsResponse>(
        "DescribeVpcs", static (request, to) => request.Write(to), DescribeVpcsResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.List("Filter", Filters, static (filter, to) => filter.Write(to));
        to.Add("MaxResults", MaxResults);
        to.Add("NextToken", NextToken);
        to.List("VpcId", VpcIds);
    }
}

using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Asks for groups, by id, by name or by filter, a page at a time.</summary>
public partial class DescribeSecurityGroupsRequest : AmazonEC2Request
{
    public bool? DryRun { get; set; }

    public List<Filter> Filters { get; set; }

    public List<string> GroupIds { get; set; }

    public List<string> GroupNames { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResponse>(
        "DescribeSecurityGroups", static (request, to) => request.Write(to), DescribeSecurityGroupsResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.List("Filter", Filters, static (filter, to) => filter.Write(to));
        to.List("GroupId", GroupIds);
        to.List("GroupName", GroupNames);
        to.Add("MaxResults", MaxResults);
        to.Add("NextToken", NextToken);
    }
}

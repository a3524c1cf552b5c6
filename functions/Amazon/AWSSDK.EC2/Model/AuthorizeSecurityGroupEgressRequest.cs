using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Adds outbound permissions to a group.</summary>
public partial class AuthorizeSecurityGroupEgressRequest : AmazonEC2Request
{
    public bool? DryRun { get; set; }

    public string GroupId { get; set; }

    public List<IpPermission> IpPermissions { get; set; }

    public List<TagSpecification> TagSpecifications { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<AuthorizeSecurityGroupEgressRequest, AuthorizeSecurityGroupEgressResponse>(
        "AuthorizeSecurityGroupEgress", static (request, to) => request.Write(to), AuthorizeSecurityGroupEgressResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.Add("GroupId", GroupId);
        to.List("IpPermissions", IpPermissions, static (permission, to) => permission.Write(to));
        to.List("TagSpecification", TagSpecifications, static (tagSpecification, to) => tagSpecification.Write(to));
    }
}

using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Adds inbound permissions to a group.</summary>
public partial class AuthorizeSecurityGroupIngressRequest : AmazonEC2Request
{
    public AuthorizeSecurityGroupIngressRequest()
    {
    }

    public AuthorizeSecurityGroupIngressRequest(string groupName, List<IpPermission> ipPermissions)
    {
        GroupName = groupName;
        IpPermissions = ipPermissions;
    }

    public bool? DryRun { get; set; }

    public string GroupId { get; set; }

    public string GroupName { get; set; }

    public List<IpPermission> IpPermissions { get; set; }

    public List<TagSpecification> TagSpecifications { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<AuthorizeSecurityGroupIngressRequest, AuthorizeSecurityGroupIngressResponse>(
        "AuthorizeSecurityGroupIngress", static (request, to) => request.Write(to), AuthorizeSecurityGroupIngressResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.Add("GroupId", GroupId);
        to.Add("GroupName", GroupName);
        to.List("IpPermissions", IpPermissions, static (permission, to) => permission.Write(to));
        to.List("TagSpecification", TagSpecifications, static (tagSpecification, to) => tagSpecification.Write(to));
    }
}

using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Removes inbound permissions, by content or by rule id.</summary>
public partial class RevokeSecurityGroupIngressRequest : AmazonEC2Request
{
    public RevokeSecurityGroupIngressRequest()
    {
    }

    public RevokeSecurityGroupIngressRequest(string groupName, List<IpPermission> ipPermissions)
    {
        GroupName = groupName;
        IpPermissions = ipPermissions;
    }

    public bool? DryRun { get; set; }

    public string GroupId { get; set; }

    public string GroupName { get; set; }

    public List<IpPermission> IpPermissions { get; set; }

    public List<string> SecurityGroupRuleIds { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<RevokeSecurityGroupIngressRequest, RevokeSecurityGroupIngressResponse>(
        "RevokeSecurityGroupIngress", static (request, to) => request.Write(to), RevokeSecurityGroupIngressResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.Add("GroupId", GroupId);
        to.Add("GroupName", GroupName);
        to.List("IpPermissions", IpPermissions, static (permission, to) => permission.Write(to));
        to.List("SecurityGroupRuleId", SecurityGroupRuleIds);
    }
}

using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Removes outbound permissions, by content or by rule id.</summary>
public partial class RevokeSecurityGroupEgressRequest : AmazonEC2Request
{
    public bool? DryRun { get; set; }

    public string GroupId { get; set; }

    public List<IpPermission> IpPermissions { get; set; }

    public List<string> SecurityGroupRuleIds { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<RevokeSecurityGroupEgressRequest, RevokeSecurityGroupEgressResponse>(
        "RevokeSecurityGroupEgress", static (request, to) => request.Write(to), RevokeSecurityGroupEgressResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.Add("GroupId", GroupId);
        to.List("IpPermissions", IpPermissions, static (permission, to) => permission.Write(to));
        to.List("SecurityGroupRuleId", SecurityGroupRuleIds);
    }
}

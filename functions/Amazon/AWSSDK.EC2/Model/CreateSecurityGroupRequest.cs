using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Creates an empty group in a VPC.</summary>
public partial class CreateSecurityGroupRequest : AmazonEC2Request
{
    public CreateSecurityGroupRequest()
    {
    }

    public CreateSecurityGroupRequest(string groupName, string description)
    {
        GroupName = groupName;
        Description = description;
    }

    public string Description { get; set; }

    public bool? DryRun { get; set; }

    public string GroupName { get; set; }

    public List<TagSpecification> TagSpecifications { get; set; }

    public string VpcId { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<CreateSecurityGroupRequest, CreateSecurityGroupResponse>(
        "CreateSecurityGroup", static (request, to) => request.Write(to), CreateSecurityGroupResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("GroupDescription", Description);
        to.Add("DryRun", DryRun);
        to.Add("GroupName", GroupName);
        to.List("TagSpecification", TagSpecifications, static (tagSpecification, to) => tagSpecification.Write(to));
        to.Add("VpcId", VpcId);
    }
}

using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A security group as it stands.</summary>
public partial class SecurityGroup
{
    public string Description { get; set; }

    public string GroupId { get; set; }

    public string GroupName { get; set; }

    public List<IpPermission> IpPermissions { get; set; }

    public List<IpPermission> IpPermissionsEgress { get; set; }

    public string OwnerId { get; set; }

    public string SecurityGroupArn { get; set; }

    public List<Tag> Tags { get; set; }

    public string VpcId { get; set; }

    internal static SecurityGroup Read(XmlReader xml) => xml.Structure(new SecurityGroup(), ReadMember);

    private static void ReadMember(SecurityGroup group, string name, XmlReader xml)
    {
        switch (name)
        {
            case "groupDescription": group.Description = xml.Text(); break;
            case "groupId": group.GroupId = xml.Text(); break;
            case "groupName": group.GroupName = xml.Text(); break;
            case "ipPermissions": group.IpPermissions = xml.List(group.IpPermissions, "item", IpPermission.Read); break;
            case "ipPermissionsEgress": group.IpPermissionsEgress = xml.List(group.IpPermissionsEgress, "item", IpPermission.Read); break;
            case "ownerId": group.OwnerId = xml.Text(); break;
            case "securityGroupArn": group.SecurityGroupArn = xml.Text(); break;
            case "tagSet": group.Tags = xml.List(group.Tags, "item", Tag.Read); break;
            case "vpcId": group.VpcId = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

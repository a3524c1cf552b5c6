using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A group as peer, maybe of another account or VPC.</summary>
public partial class UserIdGroupPair
{
    public string Description { get; set; }

    public string GroupId { get; set; }

    public string GroupName { get; set; }

    public string PeeringStatus { get; set; }

    public string UserId { get; set; }

    public string VpcId { get; set; }

    public string VpcPeeringConnectionId { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("Description", Description);
        to.Add("GroupId", GroupId);
        to.Add("GroupName", GroupName);
        to.Add("PeeringStatus", PeeringStatus);
        to.Add("UserId", UserId);
        to.Add("VpcId", VpcId);
        to.Add("VpcPeeringConnectionId", VpcPeeringConnectionId);
    }

    internal static UserIdGroupPair Read(XmlReader xml) => xml.Structure(new UserIdGroupPair(), ReadMember);

    private static void ReadMember(UserIdGroupPair found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "description": found.Description = xml.Text(); break;
            case "groupId": found.GroupId = xml.Text(); break;
            case "groupName": found.GroupName = xml.Text(); break;
            case "peeringStatus": found.PeeringStatus = xml.Text(); break;
            case "userId": found.UserId = xml.Text(); break;
            case "vpcId": found.VpcId = xml.Text(); break;
            case "vpcPeeringConnectionId": found.VpcPeeringConnectionId = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

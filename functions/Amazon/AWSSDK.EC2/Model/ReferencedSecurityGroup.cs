using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The group that a rule names as peer.</summary>
public partial class ReferencedSecurityGroup
{
    public string GroupId { get; set; }

    public string PeeringStatus { get; set; }

    public string UserId { get; set; }

    public string VpcId { get; set; }

    public string VpcPeeringConnectionId { get; set; }

    internal static ReferencedSecurityGroup Read(XmlReader xml) => xml.Structure(new ReferencedSecurityGroup(), ReadMember);

    private static void ReadMember(ReferencedSecurityGroup found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "groupId": found.GroupId = xml.Text(); break;
            case "peeringStatus": found.PeeringStatus = xml.Text(); break;
            case "userId": found.UserId = xml.Text(); break;
            case "vpcId": found.VpcId = xml.Text(); break;
            case "vpcPeeringConnectionId": found.VpcPeeringConnectionId = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

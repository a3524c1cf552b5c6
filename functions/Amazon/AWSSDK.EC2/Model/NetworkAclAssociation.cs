using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Says which ACL a subnet is under.</summary>
public partial class NetworkAclAssociation
{
    public string NetworkAclAssociationId { get; set; }

    public string NetworkAclId { get; set; }

    public string SubnetId { get; set; }

    internal static NetworkAclAssociation Read(XmlReader xml) => xml.Structure(new NetworkAclAssociation(), ReadMember);

    private static void ReadMember(NetworkAclAssociation found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "networkAclAssociationId": found.NetworkAclAssociationId = xml.Text(); break;
            case "networkAclId": found.NetworkAclId = xml.Text(); break;
            case "subnetId": found.SubnetId = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

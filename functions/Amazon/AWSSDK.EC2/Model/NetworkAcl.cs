using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A network ACL: its entries, and the subnets that are under it.</summary>
public partial class NetworkAcl
{
    public List<NetworkAclAssociation> Associations { get; set; }

    public List<NetworkAclEntry> Entries { get; set; }

    public bool? IsDefault { get; set; }

    public string NetworkAclId { get; set; }

    public string OwnerId { get; set; }

    public List<Tag> Tags { get; set; }

    public string VpcId { get; set; }

    internal static NetworkAcl Read(XmlReader xml) => xml.Structure(new NetworkAcl(), ReadMember);

    private static void ReadMember(NetworkAcl found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "associationSet": found.Associations = xml.List(found.Associations, "item", NetworkAclAssociation.Read); break;
            case "entrySet": found.Entries = xml.List(found.Entries, "item", NetworkAclEntry.Read); break;
            case "default": found.IsDefault = xml.Bool(); break;
            case "networkAclId": found.NetworkAclId = xml.Text(); break;
            case "ownerId": found.OwnerId = xml.Text(); break;
            case "tagSet": found.Tags = xml.List(found.Tags, "item", Tag.Read); break;
            case "vpcId": found.VpcId = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A VPC and its blocks of addresses.</summary>
public partial class Vpc
{
    public BlockPublicAccessStates BlockPublicAccessStates { get; set; }

    public string CidrBlock { get; set; }

    public List<VpcCidrBlockAssociation> CidrBlockAssociationSet { get; set; }

    public string DhcpOptionsId { get; set; }

    public VpcEncryptionControl EncryptionControl { get; set; }

    public Tenancy InstanceTenancy { get; set; }

    public List<VpcIpv6CidrBlockAssociation> Ipv6CidrBlockAssociationSet { get; set; }

    public bool? IsDefault { get; set; }

    public string OwnerId { get; set; }

    public VpcState State { get; set; }

    public List<Tag> Tags { get; set; }

    public string VpcId { get; set; }

    internal static Vpc Read(XmlReader xml) => xml.Structure(new Vpc(), ReadMember);

    private static void ReadMember(Vpc found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "blockPublicAccessStates": found.BlockPublicAccessStates = BlockPublicAccessStates.Read(xml); break;
            case "cidrBlock": found.CidrBlock = xml.Text(); break;
            case "cidrBlockAssociationSet": found.CidrBlockAssociationSet = xml.List(found.CidrBlockAssociationSet, "item", VpcCidrBlockAssociation.Read); break;
            case "dhcpOptionsId": found.DhcpOptionsId = xml.Text(); break;
            case "encryptionControl": found.EncryptionControl = VpcEncryptionControl.Read(xml); break;
            case "instanceTenancy": found.InstanceTenancy = Tenancy.FindValue(xml.Text()); break;
            case "ipv6CidrBlockAssociationSet": found.Ipv6CidrBlockAssociationSet = xml.List(found.Ipv6CidrBlockAssociationSet, "item", VpcIpv6CidrBlockAssociation.Read); break;
            case "isDefault": found.IsDefault = xml.Bool(); break;
            case "ownerId": found.OwnerId = xml.Text(); break;
            case "state": found.State = VpcState.FindValue(xml.Text()); break;
            case "tagSet": found.Tags = xml.List(found.Tags, "item", Tag.Read); break;
            case "vpcId": found.VpcId = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

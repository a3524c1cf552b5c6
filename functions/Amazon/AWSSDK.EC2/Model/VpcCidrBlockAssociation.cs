using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>An IPv4 block of a VPC.</summary>
public partial class VpcCidrBlockAssociation
{
    public string AssociationId { get; set; }

    public string CidrBlock { get; set; }

    public VpcCidrBlockState CidrBlockState { get; set; }

    internal static VpcCidrBlockAssociation Read(XmlReader xml) => xml.Structure(new VpcCidrBlockAssociation(), ReadMember);

    private static void ReadMember(VpcCidrBlockAssociation found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "associationId": found.AssociationId = xml.Text(); break;
            case "cidrBlock": found.CidrBlock = xml.Text(); break;
            case "cidrBlockState": found.CidrBlockState = VpcCidrBlockState.Read(xml); break;
            default: xml.Skip(); break;
        }
    }
}

using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>An IPv6 block of a VPC.</summary>
public partial class VpcIpv6CidrBlockAssociation
{
    public string AssociationId { get; set; }

    public IpSource IpSource { get; set; }

    public Ipv6AddressAttribute Ipv6AddressAttribute { get; set; }

    public string Ipv6CidrBlock { get; set; }

    public VpcCidrBlockState Ipv6CidrBlockState { get; set; }

    public string Ipv6Pool { get; set; }

    public string NetworkBorderGroup { get; set; }

    internal static VpcIpv6CidrBlockAssociation Read(XmlReader xml) => xml.Structure(new VpcIpv6CidrBlockAssociation(), ReadMember);

    private static void ReadMember(VpcIpv6CidrBlockAssociation found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "associationId": found.AssociationId = xml.Text(); break;
            case "ipSource": found.IpSource = IpSource.FindValue(xml.Text()); break;
            case "ipv6AddressAttribute": found.Ipv6AddressAttribute = Ipv6AddressAttribute.FindValue(xml.Text()); break;
            case "ipv6CidrBlock": found.Ipv6CidrBlock = xml.Text(); break;
            case "ipv6CidrBlockState": found.Ipv6CidrBlockState = VpcCidrBlockState.Read(xml); break;
            case "ipv6Pool": found.Ipv6Pool = xml.Text(); break;
            case "networkBorderGroup": found.NetworkBorderGroup = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

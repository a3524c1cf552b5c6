using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The public address that stands for a private one.</summary>
public partial class NetworkInterfaceAssociation
{
    public string AllocationId { get; set; }

    public string AssociationId { get; set; }

    public string CarrierIp { get; set; }

    public string CustomerOwnedIp { get; set; }

    public string IpOwnerId { get; set; }

    public string PublicDnsName { get; set; }

    public string PublicIp { get; set; }

    internal static NetworkInterfaceAssociation Read(XmlReader xml) => xml.Structure(new NetworkInterfaceAssociation(), ReadMember);

    private static void ReadMember(NetworkInterfaceAssociation found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "allocationId": found.AllocationId = xml.Text(); break;
            case "associationId": found.AssociationId = xml.Text(); break;
            case "carrierIp": found.CarrierIp = xml.Text(); break;
            case "customerOwnedIp": found.CustomerOwnedIp = xml.Text(); break;
            case "ipOwnerId": found.IpOwnerId = xml.Text(); break;
            case "publicDnsName": found.PublicDnsName = xml.Text(); break;
            case "publicIp": found.PublicIp = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

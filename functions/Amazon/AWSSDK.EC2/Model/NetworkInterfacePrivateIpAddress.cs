using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A private address of an interface, and the public one that stands for it.</summary>
public partial class NetworkInterfacePrivateIpAddress
{
    public NetworkInterfaceAssociation Association { get; set; }

    public bool? Primary { get; set; }

    public string PrivateDnsName { get; set; }

    public string PrivateIpAddress { get; set; }

    internal static NetworkInterfacePrivateIpAddress Read(XmlReader xml) => xml.Structure(new NetworkInterfacePrivateIpAddress(), ReadMember);

    private static void ReadMember(NetworkInterfacePrivateIpAddress found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "association": found.Association = NetworkInterfaceAssociation.Read(xml); break;
            case "primary": found.Primary = xml.Bool(); break;
            case "privateDnsName": found.PrivateDnsName = xml.Text(); break;
            case "privateIpAddress": found.PrivateIpAddress = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

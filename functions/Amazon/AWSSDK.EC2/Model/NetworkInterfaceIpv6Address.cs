using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>An IPv6 address of an interface.</summary>
public partial class NetworkInterfaceIpv6Address
{
    public string Ipv6Address { get; set; }

    public bool? IsPrimaryIpv6 { get; set; }

    public string PublicIpv6DnsName { get; set; }

    internal static NetworkInterfaceIpv6Address Read(XmlReader xml) => xml.Structure(new NetworkInterfaceIpv6Address(), ReadMember);

    private static void ReadMember(NetworkInterfaceIpv6Address found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "ipv6Address": found.Ipv6Address = xml.Text(); break;
            case "isPrimaryIpv6": found.IsPrimaryIpv6 = xml.Bool(); break;
            case "publicIpv6DnsName": found.PublicIpv6DnsName = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The public names of an interface.</summary>
public partial class PublicIpDnsNameOptions
{
    public string DnsHostnameType { get; set; }

    public string PublicDualStackDnsName { get; set; }

    public string PublicIpv4DnsName { get; set; }

    public string PublicIpv6DnsName { get; set; }

    internal static PublicIpDnsNameOptions Read(XmlReader xml) => xml.Structure(new PublicIpDnsNameOptions(), ReadMember);

    private static void ReadMember(PublicIpDnsNameOptions found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "dnsHostnameType": found.DnsHostnameType = xml.Text(); break;
            case "publicDualStackDnsName": found.PublicDualStackDnsName = xml.Text(); break;
            case "publicIpv4DnsName": found.PublicIpv4DnsName = xml.Text(); break;
            case "publicIpv6DnsName": found.PublicIpv6DnsName = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

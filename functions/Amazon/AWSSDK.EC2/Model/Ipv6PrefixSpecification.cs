using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>An IPv6 prefix that was given to an interface.</summary>
public partial class Ipv6PrefixSpecification
{
    public string Ipv6Prefix { get; set; }

    internal static Ipv6PrefixSpecification Read(XmlReader xml) => xml.Structure(new Ipv6PrefixSpecification(), ReadMember);

    private static void ReadMember(Ipv6PrefixSpecification found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "ipv6Prefix": found.Ipv6Prefix = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

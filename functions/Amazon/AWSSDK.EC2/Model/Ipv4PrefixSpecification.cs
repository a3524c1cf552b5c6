using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>An IPv4 prefix that was given to an interface.</summary>
public partial class Ipv4PrefixSpecification
{
    public string Ipv4Prefix { get; set; }

    internal static Ipv4PrefixSpecification Read(XmlReader xml) => xml.Structure(new Ipv4PrefixSpecification(), ReadMember);

    private static void ReadMember(Ipv4PrefixSpecification found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "ipv4Prefix": found.Ipv4Prefix = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

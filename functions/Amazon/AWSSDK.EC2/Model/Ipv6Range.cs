using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>An IPv6 block and why it is there.</summary>
public partial class Ipv6Range
{
    public string CidrIpv6 { get; set; }

    public string Description { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("CidrIpv6", CidrIpv6);
        to.Add("Description", Description);
    }

    internal static Ipv6Range Read(XmlReader xml) => xml.Structure(new Ipv6Range(), ReadMember);

    private static void ReadMember(Ipv6Range range, string name, XmlReader xml)
    {
        switch (name)
        {
            case "cidrIpv6": range.CidrIpv6 = xml.Text(); break;
            case "description": range.Description = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

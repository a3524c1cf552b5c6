using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A block of a prefix list and why it is there.</summary>
public partial class PrefixListEntry
{
    public string Cidr { get; set; }

    public string Description { get; set; }

    internal static PrefixListEntry Read(XmlReader xml) => xml.Structure(new PrefixListEntry(), ReadMember);

    private static void ReadMember(PrefixListEntry found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "cidr": found.Cidr = xml.Text(); break;
            case "description": found.Description = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

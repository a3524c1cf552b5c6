using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>A managed prefix list and why it is there.</summary>
public partial class PrefixListId
{
    public string Description { get; set; }

    public string Id { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("Description", Description);
        to.Add("PrefixListId", Id);
    }

    internal static PrefixListId Read(XmlReader xml) => xml.Structure(new PrefixListId(), ReadMember);

    private static void ReadMember(PrefixListId found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "description": found.Description = xml.Text(); break;
            case "prefixListId": found.Id = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

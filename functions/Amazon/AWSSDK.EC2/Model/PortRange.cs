using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The first and the last port.</summary>
public partial class PortRange
{
    public int? From { get; set; }

    public int? To { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("From", From);
        to.Add("To", To);
    }

    internal static PortRange Read(XmlReader xml) => xml.Structure(new PortRange(), ReadMember);

    private static void ReadMember(PortRange found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "from": found.From = xml.Int(); break;
            case "to": found.To = xml.Int(); break;
            default: xml.Skip(); break;
        }
    }
}

using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Which service manages a resource.</summary>
public partial class OperatorResponse
{
    public bool? HiddenByDefault { get; set; }

    public bool? Managed { get; set; }

    public string Principal { get; set; }

    internal static OperatorResponse Read(XmlReader xml) => xml.Structure(new OperatorResponse(), ReadMember);

    private static void ReadMember(OperatorResponse found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "hiddenByDefault": found.HiddenByDefault = xml.Bool(); break;
            case "managed": found.Managed = xml.Bool(); break;
            case "principal": found.Principal = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}

using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>ENA Express for UDP on an attachment.</summary>
public partial class AttachmentEnaSrdUdpSpecification
{
    public bool? EnaSrdUdpEnabled { get; set; }

    internal static AttachmentEnaSrdUdpSpecification Read(XmlReader xml) => xml.Structure(new AttachmentEnaSrdUdpSpecification(), ReadMember);

    private static void ReadMember(AttachmentEnaSrdUdpSpecification found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "enaSrdUdpEnabled": found.EnaSrdUdpEnabled = xml.Bool(); break;
            default: xml.Skip(); break;
        }
    }
}

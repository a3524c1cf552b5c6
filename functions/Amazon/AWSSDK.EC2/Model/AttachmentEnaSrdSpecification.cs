using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>ENA Express on an attachment.</summary>
public partial class AttachmentEnaSrdSpecification
{
    public bool? EnaSrdEnabled { get; set; }

    public AttachmentEnaSrdUdpSpecification EnaSrdUdpSpecification { get; set; }

    internal static AttachmentEnaSrdSpecification Read(XmlReader xml) => xml.Structure(new AttachmentEnaSrdSpecification(), ReadMember);

    private static void ReadMember(AttachmentEnaSrdSpecification found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "enaSrdEnabled": found.EnaSrdEnabled = xml.Bool(); break;
            case "enaSrdUdpSpecification": found.EnaSrdUdpSpecification = AttachmentEnaSrdUdpSpecification.Read(xml); break;
            default: xml.Skip(); break;
        }
    }
}

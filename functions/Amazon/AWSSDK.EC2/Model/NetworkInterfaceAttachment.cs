using System.Xml;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>What an interface is attached to.</summary>
public partial class NetworkInterfaceAttachment
{
    public DateTime? AttachTime { get; set; }

    public string AttachmentId { get; set; }

    public bool? DeleteOnTermination { get; set; }

    public int? DeviceIndex { get; set; }

    public int? EnaQueueCount { get; set; }

    public AttachmentEnaSrdSpecification EnaSrdSpecification { get; set; }

    public string InstanceId { get; set; }

    public string InstanceOwnerId { get; set; }

    public int? NetworkCardIndex { get; set; }

    public AttachmentStatus Status { get; set; }

    internal static NetworkInterfaceAttachment Read(XmlReader xml) => xml.Structure(new NetworkInterfaceAttachment(), ReadMember);

    private static void ReadMember(NetworkInterfaceAttachment found, string name, XmlReader xml)
    {
        switch (name)
        {
            case "attachTime": found.AttachTime = xml.Time(); break;
            case "attachmentId": found.AttachmentId = xml.Text(); break;
            case "deleteOnTermination": found.DeleteOnTermination = xml.Bool(); break;
            case "deviceIndex": found.DeviceIndex = xml.Int(); break;
            case "enaQueueCount": found.EnaQueueCount = xml.Int(); break;
            case "enaSrdSpecification": found.EnaSrdSpecification = AttachmentEnaSrdSpecification.Read(xml); break;
            case "instanceId": found.InstanceId = xml.Text(); break;
            case "instanceOwnerId": found.InstanceOwnerId = xml.Text(); break;
            case "networkCardIndex": found.NetworkCardIndex = xml.Int(); break;
            case "status": found.Status = AttachmentStatus.FindValue(xml.Text()); break;
            default: xml.Skip(); break;
        }
    }
}

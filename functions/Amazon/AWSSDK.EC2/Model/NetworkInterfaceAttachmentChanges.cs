using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>What becomes of an attachment.</summary>
public partial class NetworkInterfaceAttachmentChanges
{
    public string AttachmentId { get; set; }

    public bool? DefaultEnaQueueCount { get; set; }

    public bool? DeleteOnTermination { get; set; }

    public int? EnaQueueCount { get; set; }

    internal void Write(QueryWriter to)
    {
        to.Add("AttachmentId", AttachmentId);
        to.Add("DefaultEnaQueueCount", DefaultEnaQueueCount);
        to.Add("DeleteOnTermination", DeleteOnTermination);
        to.Add("EnaQueueCount", EnaQueueCount);
    }
}

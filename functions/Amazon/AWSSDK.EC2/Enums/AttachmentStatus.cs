using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>How far an attachment is.</summary>
public class AttachmentStatus : ConstantClass
{
    public static readonly AttachmentStatus Attached = new("attached");

    public static readonly AttachmentStatus Attaching = new("attaching");

    public static readonly AttachmentStatus Detached = new("detached");

    public static readonly AttachmentStatus Detaching = new("detaching");

    public AttachmentStatus(string value)
        : base(value)
    {
    }

    public static AttachmentStatus FindValue(string value) => FindValue<AttachmentStatus>(value);

    public static implicit operator AttachmentStatus(string value) => FindValue(value);
}

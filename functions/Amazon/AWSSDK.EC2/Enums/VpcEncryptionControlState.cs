using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>What the encryption control of a VPC is doing.</summary>
public class VpcEncryptionControlState : ConstantClass
{
    public static readonly VpcEncryptionControlState Available = new("available");

    public static readonly VpcEncryptionControlState Creating = new("creating");

    public static readonly VpcEncryptionControlState DeleteFailed = new("delete-failed");

    public static readonly VpcEncryptionControlState Deleted = new("deleted");

    public static readonly VpcEncryptionControlState Deleting = new("deleting");

    public static readonly VpcEncryptionControlState EnforceFailed = new("enforce-failed");

    public static readonly VpcEncryptionControlState EnforceInProgress = new("enforce-in-progress");

    public static readonly VpcEncryptionControlState MonitorFailed = new("monitor-failed");

    public static readonly VpcEncryptionControlState MonitorInProgress = new("monitor-in-progress");

    public VpcEncryptionControlState(string value)
        : base(value)
    {
    }

    public static VpcEncryptionControlState FindValue(string value) => FindValue<VpcEncryptionControlState>(value);

    public static implicit operator VpcEncryptionControlState(string value) => FindValue(value);
}

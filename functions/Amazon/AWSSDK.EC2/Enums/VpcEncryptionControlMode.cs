using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>Whether encryption is watched or enforced.</summary>
public class VpcEncryptionControlMode : ConstantClass
{
    public static readonly VpcEncryptionControlMode Enforce = new("enforce");

    public static readonly VpcEncryptionControlMode Monitor = new("monitor");

    public VpcEncryptionControlMode(string value)
        : base(value)
    {
    }

    public static VpcEncryptionControlMode FindValue(string value) => FindValue<VpcEncryptionControlMode>(value);

    public static implicit operator VpcEncryptionControlMode(string value) => FindValue(value);
}

using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>What an exclusion is doing.</summary>
public class VpcEncryptionControlExclusionState : ConstantClass
{
    public static readonly VpcEncryptionControlExclusionState Disabled = new("disabled");

    public static readonly VpcEncryptionControlExclusionState Disabling = new("disabling");

    public static readonly VpcEncryptionControlExclusionState Enabled = new("enabled");

    public static readonly VpcEncryptionControlExclusionState Enabling = new("enabling");

    public VpcEncryptionControlExclusionState(string value)
        : base(value)
    {
    }

    public static VpcEncryptionControlExclusionState FindValue(string value) => FindValue<VpcEncryptionControlExclusionState>(value);

    public static implicit operator VpcEncryptionControlExclusionState(string value) => FindValue(value);
}

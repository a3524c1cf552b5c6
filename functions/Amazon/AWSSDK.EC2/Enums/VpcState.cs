using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>What a VPC is doing.</summary>
public class VpcState : ConstantClass
{
    public static readonly VpcState Available = new("available");

    public static readonly VpcState Pending = new("pending");

    public VpcState(string value)
        : base(value)
    {
    }

    public static VpcState FindValue(string value) => FindValue<VpcState>(value);

    public static implicit operator VpcState(string value) => FindValue(value);
}

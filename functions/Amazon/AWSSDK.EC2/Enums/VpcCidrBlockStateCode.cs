using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>What a block of a VPC is doing.</summary>
public class VpcCidrBlockStateCode : ConstantClass
{
    public static readonly VpcCidrBlockStateCode Associated = new("associated");

    public static readonly VpcCidrBlockStateCode Associating = new("associating");

    public static readonly VpcCidrBlockStateCode Disassociated = new("disassociated");

    public static readonly VpcCidrBlockStateCode Disassociating = new("disassociating");

    public static readonly VpcCidrBlockStateCode Failed = new("failed");

    public static readonly VpcCidrBlockStateCode Failing = new("failing");

    public VpcCidrBlockStateCode(string value)
        : base(value)
    {
    }

    public static VpcCidrBlockStateCode FindValue(string value) => FindValue<VpcCidrBlockStateCode>(value);

    public static implicit operator VpcCidrBlockStateCode(string value) => FindValue(value);
}

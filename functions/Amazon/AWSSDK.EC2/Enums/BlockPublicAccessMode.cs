using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>Which way the internet is blocked.</summary>
public class BlockPublicAccessMode : ConstantClass
{
    public static readonly BlockPublicAccessMode BlockBidirectional = new("block-bidirectional");

    public static readonly BlockPublicAccessMode BlockIngress = new("block-ingress");

    public static readonly BlockPublicAccessMode Off = new("off");

    public BlockPublicAccessMode(string value)
        : base(value)
    {
    }

    public static BlockPublicAccessMode FindValue(string value) => FindValue<BlockPublicAccessMode>(value);

    public static implicit operator BlockPublicAccessMode(string value) => FindValue(value);
}

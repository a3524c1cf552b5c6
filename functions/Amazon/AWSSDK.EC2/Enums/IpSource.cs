using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>Where an IPv6 block comes from.</summary>
public class IpSource : ConstantClass
{
    public static readonly IpSource Amazon = new("amazon");

    public static readonly IpSource Byoip = new("byoip");

    public static readonly IpSource None = new("none");

    public IpSource(string value)
        : base(value)
    {
    }

    public static IpSource FindValue(string value) => FindValue<IpSource>(value);

    public static implicit operator IpSource(string value) => FindValue(value);
}

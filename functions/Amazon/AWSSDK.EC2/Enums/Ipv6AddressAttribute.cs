using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>Whether IPv6 addresses can be reached from the internet.</summary>
public class Ipv6AddressAttribute : ConstantClass
{
    public static readonly Ipv6AddressAttribute Private = new("private");

    public static readonly Ipv6AddressAttribute Public = new("public");

    public Ipv6AddressAttribute(string value)
        : base(value)
    {
    }

    public static Ipv6AddressAttribute FindValue(string value) => FindValue<Ipv6AddressAttribute>(value);

    public static implicit operator Ipv6AddressAttribute(string value) => FindValue(value);
}

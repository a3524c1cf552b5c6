using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>Whose hardware instances run on.</summary>
public class Tenancy : ConstantClass
{
    public static readonly Tenancy Dedicated = new("dedicated");

    public static readonly Tenancy Default = new("default");

    public static readonly Tenancy Host = new("host");

    public Tenancy(string value)
        : base(value)
    {
    }

    public static Tenancy FindValue(string value) => FindValue<Tenancy>(value);

    public static implicit operator Tenancy(string value) => FindValue(value);
}

using Amazon.Runtime;

namespace Amazon.EC2;

/// <summary>What an interface is doing.</summary>
public class NetworkInterfaceStatus : ConstantClass
{
    public static readonly NetworkInterfaceStatus Associated = new("associated");

    public static readonly NetworkInterfaceStatus Attaching = new("attaching");

    public static readonly NetworkInterfaceStatus Available = new("available");

    public static readonly NetworkInterfaceStatus Detaching = new("detaching");

    public static readonly NetworkInterfaceStatus InUse = new("in-use");

    public NetworkInterfaceStatus(string value)
        : base(value)
    {
    }

    public static NetworkInterfaceStatus FindValue(string value) => FindValue<NetworkInterfaceStatus>(value);

    public static implicit operator NetworkInterfaceStatus(string value) => FindValue(value);
}

using Amazon.EC2;

namespace Remediator.Aws.Tests.Amazon.EC2;

public sealed class ConstantTests
{
    [Fact]
    public void A_known_value_is_its_constant_and_an_unknown_one_is_kept()
    {
        Assert.Same(NetworkInterfaceType.Vpc_endpoint, NetworkInterfaceType.FindValue("vpc_endpoint"));
        Assert.Equal("added_later", NetworkInterfaceType.FindValue("added_later").Value);
        NetworkInterfaceStatus status = "in-use";
        Assert.True(status == NetworkInterfaceStatus.InUse);
        Assert.Equal("in-use", (string)status);
    }
}

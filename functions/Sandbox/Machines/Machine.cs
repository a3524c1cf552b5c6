using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Machines;

/// <summary>An instance with one network interface, as far as anybody outside can see it: nothing runs on it.</summary>
/// <param name="Address">Its private one.</param>
/// <param name="Groups">Those that it was started with.</param>
public sealed record Machine(string InstanceId, string InterfaceId, string SubnetId, string VpcId, string Address, ImmutableArray<string> Groups)
{
    /// <summary>Starts one in a new subnet of the groups' VPC.</summary>
    /// <param name="number">Which of the VPC's subnets is its own, 0 to 255.</param>
    /// <exception cref="SandboxException">AWS refused.</exception>
    public static async Task<Machine> StartAsync(AwsSession session, string vpc, int number, ImmutableArray<string> groups, CancellationToken cancellation = default)
    {
        var made = await session.Ec2Async("CreateSubnet", [("VpcId", vpc), ("CidrBlock", $"10.0.{number}.0/24")], cancellation);
        var subnet = made.Descendants("subnetId").First().Value;
        var started = await session.Ec2Async(
            "RunInstances",
            [("ImageId", "ami-12c6146b"), ("MinCount", "1"), ("MaxCount", "1"), ("SubnetId", subnet), .. groups.Select((group, n) => ($"SecurityGroupId.{n + 1}", group))],
            cancellation);
        return new(
            started.Descendants("instanceId").First().Value, started.Descendants("networkInterfaceId").First().Value, subnet, vpc,
            started.Descendants("privateIpAddress").First().Value, groups);
    }
}

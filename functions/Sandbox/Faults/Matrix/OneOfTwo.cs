using Amazon.EC2.Model;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>One call opens a forbidden and an allowed permission under the Sandbox's own policy: the one goes, the other stays.</summary>
public sealed class OneOfTwo : IFaultScenario
{
    private const string Everything = "all to 0.0.0.0/0";

    public string Name => "one permission of two is forbidden";

    public async Task<Scene> SetAsync(SandboxAccount account, string vpc, CancellationToken cancellation)
    {
        var group = await account.CreateGroupAsync($"web-{Guid.NewGuid():N}", vpc, cancellation);
        return new(group, () => OpenAsync(account, group, cancellation), [new(group, ["tcp/443 from 0.0.0.0/0 «the shop»", Everything])]);
    }

    private static async Task OpenAsync(SandboxAccount account, string group, CancellationToken cancellation)
    {
        using var alice = account.Ec2As(Caller.ConsoleUser(SandboxAccount.Account));
        await alice.AuthorizeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [Tcp(443, "the shop"), Tcp(22, "just for a minute")] }, cancellation);
    }

    private static IpPermission Tcp(int port, string description) =>
        new() { IpProtocol = "tcp", FromPort = port, ToPort = port, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0", Description = description }] };
}

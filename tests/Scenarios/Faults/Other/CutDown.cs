using Amazon.EC2.Model;
using Remediator.Sandbox;
using Remediator.Sandbox.Faults.Matrix;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Faults.Other;

/// <summary>A wide permission is cut down to its allowed pieces, with its description.</summary>
public sealed class CutDown : IFaultScenario
{
    public string Name => "a wide permission is cut down";

    public async Task<Scene> SetAsync(SandboxAccount account, string vpc, CancellationToken cancellation)
    {
        var group = await account.CreateGroupAsync($"trim-{Guid.NewGuid():N}", vpc, cancellation);
        return new(group, () => Change(account, group, cancellation),
        [
            new(group, ["tcp/0-21 from 0.0.0.0/0 «moving house»", "tcp/22 from 203.0.113.0/24 «moving house»", "tcp/23-65535 from 0.0.0.0/0 «moving house»", Setting.Everything]),
        ]);
    }

    private static async Task Change(SandboxAccount account, string group, CancellationToken cancel)
    {
        using var setting = new Setting(account, cancel);
        IpPermission wide = Town.Permission("tcp", 0, 65535, Setting.Internet);
        wide.Ipv4Ranges[0].Description = "moving house";
        await setting.Open(group, wide);
    }
}

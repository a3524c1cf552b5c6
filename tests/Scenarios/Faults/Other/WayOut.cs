using Remediator.Sandbox;
using Remediator.Sandbox.Faults.Matrix;

namespace Remediator.Scenarios.Faults.Other;

/// <summary>A way out is opened that must not be, and one that may; the group lost at its making the one that every group is made with.</summary>
public sealed class WayOut : IFaultScenario
{
    public string Name => "a way out is closed";

    public async Task<Scene> SetAsync(SandboxAccount account, string vpc, CancellationToken cancellation)
    {
        var group = await account.CreateGroupAsync($"egress-{Guid.NewGuid():N}", vpc, cancellation);
        return new(group, () => Change(account, group, cancellation), [new(group, ["tcp/443 to 0.0.0.0/0"], Findings: 2)]);
    }

    private static async Task Change(SandboxAccount account, string group, CancellationToken cancel)
    {
        using var setting = new Setting(account, cancel);
        await setting.OpenOut(group, Setting.Tcp(25), Setting.Tcp(443));
    }
}

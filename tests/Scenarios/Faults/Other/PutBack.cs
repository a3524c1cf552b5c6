using Remediator.Sandbox;
using Remediator.Sandbox.Faults.Matrix;

namespace Remediator.Scenarios.Faults.Other;

/// <summary>Somebody takes away what the baseline names: it is put back.</summary>
public sealed class PutBack : IFaultScenario
{
    public string Name => "what the baseline names is put back";

    public async Task<Scene> SetAsync(SandboxAccount account, string vpc, CancellationToken cancellation)
    {
        using var setting = new Setting(account, cancellation);
        var group = await account.CreateGroupAsync($"base-{Guid.NewGuid():N}", vpc, cancellation);
        await setting.Open(group, Setting.Tcp(22, "203.0.113.0/24"));
        await setting.DealtWith(group);
        return new(group, () => Change(account, group, cancellation), [new(group, ["tcp/22 from 203.0.113.0/24", Setting.Everything])]);
    }

    private static async Task Change(SandboxAccount account, string group, CancellationToken cancel)
    {
        using var setting = new Setting(account, cancel);
        await setting.Close(group, Setting.Tcp(22, "203.0.113.0/24"));
    }
}

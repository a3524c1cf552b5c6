using Remediator.Sandbox;
using Remediator.Sandbox.Faults.Matrix;

namespace Remediator.Scenarios.Faults.Other;

/// <summary>A tag makes a group a database, which must not have what it has.</summary>
public sealed class BecomesDatabase : IFaultScenario
{
    public string Name => "a tag forbids what stands";

    public async Task<Scene> SetAsync(SandboxAccount account, string vpc, CancellationToken cancellation)
    {
        using var setting = new Setting(account, cancellation);
        var group = await account.CreateGroupAsync($"web-{Guid.NewGuid():N}", vpc, cancellation);
        await setting.Open(group, Setting.Tcp(3306), Setting.Tcp(443));
        await setting.DealtWith(group);
        return new(group, () => Change(account, group, cancellation), [new(group, ["tcp/443 from 0.0.0.0/0", Setting.Everything])]);
    }

    private static async Task Change(SandboxAccount account, string group, CancellationToken cancel)
    {
        using var setting = new Setting(account, cancel);
        await setting.Call("CreateTags", ("ResourceId.1", group), ("Tag.1.Key", "Tier"), ("Tag.1.Value", "database"));
    }
}

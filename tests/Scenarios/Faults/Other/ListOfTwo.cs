using Remediator.Sandbox;
using Remediator.Sandbox.Faults.Matrix;

namespace Remediator.Scenarios.Faults.Other;

/// <summary>A prefix list becomes wide: one event, and what admits it goes from two groups.</summary>
public sealed class ListOfTwo : IFaultScenario
{
    public string Name => "one event closes something in two groups";

    public async Task<Scene> SetAsync(SandboxAccount account, string vpc, CancellationToken cancellation)
    {
        using var setting = new Setting(account, cancellation);
        var made = await setting.Call("CreateManagedPrefixList", ("PrefixListName", $"list-{Guid.NewGuid():N}"), ("AddressFamily", "IPv4"), ("MaxEntries", "10"), ("Entry.1.Cidr", "203.0.113.0/24"));
        var list = made.Element("prefixList")!.Element("prefixListId")!.Value;
        string[] groups = [await account.CreateGroupAsync($"web-{Guid.NewGuid():N}", vpc, cancellation), await account.CreateGroupAsync($"web-{Guid.NewGuid():N}", vpc, cancellation)];
        foreach (var group in groups)
        {
            await setting.Open(group, Setting.List(8081, list), Setting.Tcp(443));
            await setting.DealtWith(group);
        }

        return new(list, () => Change(account, list, cancellation), [.. groups.Select(group => new Expectation(group, ["tcp/443 from 0.0.0.0/0", Setting.Everything]))]);
    }

    private static async Task Change(SandboxAccount account, string list, CancellationToken cancel)
    {
        using var setting = new Setting(account, cancel);
        await setting.Call("ModifyManagedPrefixList", ("PrefixListId", list), ("CurrentVersion", "1"), ("AddEntry.1.Cidr", "198.51.100.0/24"));
    }
}

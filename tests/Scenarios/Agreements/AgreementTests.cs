using System.Text.Json;
using Remediator.Sandbox;
using Remediator.Sandbox.Ledger;
using Remediator.Scenarios.Stories;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Agreements;

/// <summary>What people agree with the command line, a process of its own, the functions know by the table alone.</summary>
public sealed class AgreementTests(AgreementTown town) : Story(town), IClassFixture<AgreementTown>
{
    private const string Ssh = "tcp/22-22 0.0.0.0/0";
    private static readonly string Policy = new SandboxOptions().Policy;

    [Fact]
    public async Task A_lease_opens_exactly_one_permission_that_stays_until_it_is_closed()
    {
        var group = await Town.Group();
        var notices = Town.Account.Notices.All.Length;
        var id = (await Run(0, "lease", "open", "--policy", Policy, "--group", group, "--service", "postgres", "--peer", "203.0.113.7/32", "--hours", "1", "--reason", "hot fix"))
            .GetProperty("agreement").GetProperty("id").GetString()!;
        await Town.Quiet();
        Assert.Equal(["tcp/5432-5432 203.0.113.7/32"], await Town.Rules(group));
        Assert.Equal(notices, Town.Account.Notices.All.Length);

        await Town.Open(group, Tcp(5432, "203.0.113.8/32"));
        Assert.Equal(["tcp/5432-5432 203.0.113.7/32"], await Town.Rules(group));
        Assert.Contains((await Run(0, "lease", "list")).GetProperty("agreements").EnumerateArray(), a => a.GetProperty("id").GetString() == id);

        await Run(0, "lease", "close", id);
        await Town.Quiet();
        Assert.Empty(await Town.Rules(group));
    }

    [Fact]
    public async Task Undo_says_what_it_will_do_does_it_and_what_it_put_back_stays()
    {
        var group = await Town.Group();
        var opened = await Town.Open(group, Permission("tcp", 22, 22, "0.0.0.0/0"));
        Assert.True(opened.End.Succeeded);
        Assert.Empty(await Town.Rules(group));
        var key = Town.Account.Notices.All.Last(n => n.Body.Contains(group, StringComparison.Ordinal)).Attributes["noticeId"];

        await Run(0, "undo", key, "--dry-run");
        Assert.Empty(await Town.Rules(group));

        await Run(0, "undo", key, "--hours", "1", "--reason", "the vendor is on the line");
        await Town.Quiet();
        Assert.Equal([Ssh], await Town.Rules(group));
        await Run(2, "undo", key);
    }

    [Fact]
    public async Task While_the_kill_switch_is_on_nothing_is_changed_and_afterwards_nothing_fires_by_itself()
    {
        var group = await Town.Group();
        await Run(0, "switch", "on", "--why", "a migration");
        try
        {
            await Town.Open(group, Tcp(22, "0.0.0.0/0"));
            Assert.Equal([Ssh], await Town.Rules(group));
        }
        finally
        {
            await Run(0, "switch", "off");
        }

        Assert.True((await Town.Account.ScheduleAsync(TestContext.Current.CancellationToken)).Succeeded);
        Assert.Equal([Ssh], await Town.Rules(group));
        await Town.Open(group, Tcp(3389, "0.0.0.0/0"));
        Assert.Equal([Ssh], await Town.Rules(group));
    }

    private async Task<JsonElement> Run(int exit, params string[] arguments)
    {
        var (code, said, complained) = await CommandLineRun.Of(Town.Account.Places, [.. arguments, "--table", LedgerTable.Name, "--format", "json"]);
        Assert.True(code == exit, $"exit {code}: {said} {complained}");
        return JsonDocument.Parse(said).RootElement;
    }
}

using System.Text.Json;
using Remediator.Sandbox;
using Remediator.Sandbox.GuardDuty;
using Remediator.Sandbox.Ledger;
using Remediator.Sandbox.Notices;
using Remediator.Scenarios.Stories;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Threats;

/// <summary>What GuardDuty tells, from the finding to what stands afterwards, with the published functions and the command line over one table.</summary>
public sealed class AttackTests(ThreatTown town) : IClassFixture<ThreatTown>
{
    private const string Vendor = "198.51.100.0/24";

    [Fact]
    public async Task An_attack_through_what_was_agreed_to_closes_exactly_that_until_somebody_undoes_it()
    {
        var machine = await town.Start(2);
        var (web, other) = (machine.Groups[0], machine.Groups[1]);
        await Waive(web);
        await town.Open(web, Tcp(22, Vendor), Tcp(443, "0.0.0.0/0"), Tcp(22, "203.0.113.0/24"));
        await town.Open(other, Tcp(80, "0.0.0.0/0"), Tcp(22, "10.0.0.0/8"));
        var (before, beside) = (await town.Rules(web), await town.Rules(other));
        Assert.Contains($"tcp/22-22 {Vendor}", before);

        var finding = new FindingEvent(machine) { Remote = ThreatTown.Attacker };
        var notice = Assert.Single(await town.Attack(finding));
        Assert.Equal(before.Except([$"tcp/22-22 {Vendor}"]), await town.Rules(web));
        Assert.Equal(beside, await town.Rules(other));
        Assert.Equal((web, "revoked", "UnauthorizedAccess:EC2/SSHBruteForce"), (notice.Attributes["groupId"], notice.Attributes["outcome"], notice.Attributes["findingType"]));
        Assert.Contains($"\ntcp/22 from {Vendor} was opened by\n  arn:aws:iam::{SandboxAccount.Account}:user/bob", notice.Body, StringComparison.Ordinal);
        Assert.Contains(ThreatTown.Attacker, notice.Body, StringComparison.Ordinal);
        var told = town.Account.Findings.All.Last(f => f["Id"]!.ToString().Contains(web, StringComparison.Ordinal));
        Assert.EndsWith($"/finding/{finding.Id}", told["RelatedFindings"]![0]!["Id"]!.ToString(), StringComparison.Ordinal);

        await Command(0, "undo", notice.Attributes["noticeId"], "--reason", "it was the vendor");
        await town.Quiet();
        Assert.Equal(before, await town.Rules(web));
        await town.Attack(finding.Later());
        Assert.Equal(before, await town.Rules(web));

        await town.Attack(finding.Later().Later() with { Severity = 9 });
        Assert.Equal(before.Except([$"tcp/22-22 {Vendor}"]), await town.Rules(web));
    }

    [Fact]
    public async Task An_isolated_machine_has_exactly_its_groups_back_after_the_undo()
    {
        var machine = await town.Start(3);
        var finding = new FindingEvent(machine) { Type = "UnauthorizedAccess:EC2/RDPBruteForce", Port = 3389, Remote = ThreatTown.Attacker };
        var notices = await town.Attack(finding);
        var quarantine = Assert.Single(await town.GroupsOf(machine.InterfaceId));
        Assert.DoesNotContain(quarantine, machine.Groups);
        Assert.Empty(await town.Rules(quarantine));
        Assert.Empty(await town.Rules(quarantine, egress: true));

        var notice = Assert.Single(notices, n => n.Attributes["outcome"] == "taken");
        await Command(0, "undo", Measure(notice));
        Assert.Equal(machine.Groups.Order(StringComparer.Ordinal), await town.GroupsOf(machine.InterfaceId));

        await town.Attack(finding.Later());
        Assert.Equal(machine.Groups.Order(StringComparer.Ordinal), await town.GroupsOf(machine.InterfaceId));
    }

    [Fact]
    public async Task A_blocked_address_is_let_in_again_when_its_time_is_over()
    {
        var machine = await town.Start(1);
        var before = await town.Acl(machine.SubnetId);
        var finding = new FindingEvent(machine) { Type = "Impact:EC2/WinRMBruteForce", Port = 5985, Remote = ThreatTown.Attacker };
        var notice = Assert.Single(await town.Attack(finding), n => n.Attributes["outcome"] == "taken");
        Assert.Equal([$"1 deny {ThreatTown.Attacker}/32"], (await town.Acl(machine.SubnetId)).Except(before));

        Assert.True((await town.Account.ScheduleAsync(TestContext.Current.CancellationToken)).Succeeded);
        Assert.NotEqual(before, await town.Acl(machine.SubnetId));

        await town.LetItsTimeBeOver(Measure(notice));
        var told = town.Account.Notices.Count;
        Assert.True((await town.Account.ScheduleAsync(TestContext.Current.CancellationToken)).Succeeded);
        Assert.Equal(before, await town.Acl(machine.SubnetId));
        Assert.Contains(town.Account.Notices.Since(told), n => n.Attributes["outcome"] == "ended" && n.Body.Contains(ThreatTown.Attacker, StringComparison.Ordinal));
    }

    /// <summary>The id that the notice gives to undo.</summary>
    private static string Measure(ReceivedNotice notice) => notice.Body.Split('\n').Single(line => line.StartsWith("remediator undo ", StringComparison.Ordinal)).Split(' ')[^1];

    private async Task Waive(string group)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "version: 1\nmode: enforce\n", TestContext.Current.CancellationToken);
        await Command(0, "waive", "--policy", file, "--group", group, "--service", "tcp/22", "--peer", Vendor, "--hours", "1", "--reason", "the vendor");
        File.Delete(file);
    }

    private async Task<JsonElement> Command(int exit, params string[] arguments)
    {
        var (code, said, complained) = await CommandLineRun.Of(town.Account.Places, [.. arguments, "--table", LedgerTable.Name, "--format", "json"]);
        Assert.True(code == exit, $"exit {code}: {said} {complained}");
        return JsonDocument.Parse(said).RootElement;
    }
}

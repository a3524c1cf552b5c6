using System.Collections.Concurrent;
using System.Globalization;
using Amazon.EC2.Model;
using Remediator.Sandbox;
using Remediator.Sandbox.Faults;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Faults;

/// <summary>Many events, each of them up to five times, in any order and twenty at once. With REMEDIATOR_TEST_EFFORT of 10 and more it is
/// a thousand events.</summary>
[Collection<FaultCollection>]
public sealed class StormTests(StormTown town) : IClassFixture<StormTown>
{
    private const int Groups = 50;
    private const int MostCopies = 5;
    private static readonly int EventsOfAGroup = Math.Min(20, 2 * Effort.Times);
    private readonly int _seed = Random.Shared.Next();

    [Fact]
    public async Task Every_forbidden_permission_goes_every_other_stays_and_each_event_is_told_under_one_id()
    {
        var account = town.Account;
        var groups = await Make(account);
        var deliveries = Redelivery.Of(await Open(account, groups), MostCopies, _seed);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"storm: {Groups * EventsOfAGroup} events delivered {deliveries.Length} times, seed {_seed}"));

        account.Delivers = _ => true;
        foreach (var delivery in deliveries.Select(account.SendEvent).ToList())
            await delivery.Ended.WaitAsync(TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
        await town.Quiet();

        Assert.Empty(account.Invocations.DeadLetters.All);
        foreach (var group in groups) await HoldsWhatItMay(group);
        Told(account, groups);
    }

    private static async Task<ImmutableArray<string>> Make(SandboxAccount account)
    {
        var vpc = await account.CreateVpcAsync();
        return [.. await Task.WhenAll(Enumerable.Range(0, Groups).Select(number => account.CreateGroupAsync($"storm-{number}-{Guid.NewGuid():N}", vpc)))];
    }

    /// <summary>Makes the changes, and returns their events, of which none was delivered.</summary>
    private async Task<IReadOnlyCollection<string>> Open(SandboxAccount account, ImmutableArray<string> groups)
    {
        var events = new ConcurrentQueue<string>();
        account.Delivers = read =>
        {
            events.Enqueue(read);
            return false;
        };
        await Parallel.ForEachAsync(groups, async (group, cancel) =>
        {
            for (var number = 0; number < EventsOfAGroup; number++)
                await town.Bob.AuthorizeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [Forbidden(number), Allowed(number)] }, cancel);
        });
        Assert.Equal(Groups * EventsOfAGroup, events.Count);
        return events;
    }

    private async Task HoldsWhatItMay(string group)
    {
        string[] allowed = [.. Enumerable.Range(0, EventsOfAGroup).Select(number => $"tcp/443-443 {Peer(number)}").Order(StringComparer.Ordinal)];
        Assert.Equal(allowed, await town.Rules(group));
    }

    private static void Told(SandboxAccount account, ImmutableArray<string> groups)
    {
        var findings = account.Findings.All.GroupBy(finding => finding["Id"]!.ToString()).Select(same => same.Last()).ToList();
        Assert.Equal(Groups * EventsOfAGroup, findings.Count);
        Assert.All(findings, finding => Assert.Equal("PASSED RESOLVED", $"{finding["Compliance"]!["Status"]} {finding["Workflow"]!["Status"]}"));
        var notices = account.Notices.All.Where(notice => groups.Contains(notice.Attributes.GetValueOrDefault("groupId", ""))).ToList();
        Assert.Equal(Groups * EventsOfAGroup, notices.Select(notice => notice.Attributes["noticeId"]).Distinct().Count());
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"storm: {findings.Count} findings, {notices.Count} notices"));
    }

    private static IpPermission Forbidden(int number) => Town.Tcp(22, Peer(number));

    private static IpPermission Allowed(int number) => Town.Tcp(443, Peer(number));

    /// <summary>Neither the office nor the VPN of the Sandbox's policy.</summary>
    private static string Peer(int number) => string.Create(CultureInfo.InvariantCulture, $"198.51.100.{100 + number}/32");
}

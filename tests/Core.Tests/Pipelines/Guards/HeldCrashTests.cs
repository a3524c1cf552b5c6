using Remediator.Core.Tests.Policies;

namespace Remediator.Core.Tests.Pipelines.Guards;

/// <summary>The process is killed before and after each of its calls while it does what was held back.</summary>
public sealed class HeldCrashTests(ITestOutputHelper output)
{
    private const string Limit = "guardrails: { revocations-per-hour: { account: 1 } }\n";

    [Fact]
    public async Task Wherever_the_process_is_killed_what_was_held_is_closed_told_and_can_be_undone()
    {
        var unharmed = await Begin();
        var before = unharmed.Calls.Begun;
        await Again(unharmed);
        var calls = unharmed.Calls.Begun - before;
        for (var at = 1; at <= calls; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var account = await Begin();
                (account.Calls.EndsAt, account.Calls.EndsAfter) = (before + at, after);
                await Assert.ThrowsAsync<ProcessEndedException>(() => Again(account));
                account.Calls.BeginAnotherProcess();
                account.Clock.Advance(TimeSpan.FromSeconds(20));
                await Again(account);

                var point = $"killed {(after ? "after" : "before")} call {at}, {unharmed.Calls[before + at - 1]}";
                Assert.True(account.Ec2.Permissions!.Count == 0, point);
                Assert.True(account.Hub.Findings.Values.All(f => f.Passed), point);
                Assert.True(((LoggedLedger)account.World.Ledger).Entries[^1].Undo.Length == 1, point);
            }
        }

        output.WriteLine($"{2 * calls} points");
    }

    /// <summary>One is closed, and the other held.</summary>
    private static async Task<Account> Begin()
    {
        var reading = PolicyText.Read(PolicyText.Head + Guarded.Rules + Limit);
        Assert.True(reading.Policy is not null, string.Join('\n', reading.Diagnostics));
        var account = new Account(reading.Policy, ledgerIsLogged: true);
        foreach (var (id, cidr) in new[] { ("sgr-1", "198.51.100.0/24"), ("sgr-2", "198.51.101.0/24") })
        {
            account.Ec2.Permissions!.Add(Account.Ingress(3306, cidr, id));
            var opened = Events.At(Events.Another(Events.Authorize("Ingress", (id, "tcp", 3306, 3306, cidr)), id), account.Clock.GetUtcNow() - TimeSpan.FromSeconds(2));
            Assert.Empty((await account.Deliver(opened)).Problems);
        }

        Assert.Single(account.Ec2.Permissions!);
        account.Clock.Advance(TimeSpan.FromHours(1));
        return account;
    }

    /// <summary>As the schedule does it, once what is held is due; nothing where it is over.</summary>
    private static async Task Again(Account account)
    {
        var now = account.Clock.GetUtcNow();
        var ledger = ((LoggedLedger)account.World.Ledger).Kept;
        foreach (var key in (await ledger.Held(now, 10, default)).Value)
        {
            var held = (await ledger.Earlier(key, default)).Value!;
            Assert.Empty((await account.Pipeline.Again(held, new(Events.Account, "aws", now.AddSeconds(30)) { Holder = $"schedule-{now.Ticks}" }, TestContext.Current.CancellationToken)).Problems);
        }
    }
}

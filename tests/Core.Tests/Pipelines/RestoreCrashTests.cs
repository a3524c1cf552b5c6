using Remediator.Core.Tests.Policies;
using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>The process is killed before and after each of its calls while it puts back what a baseline names.</summary>
public sealed class RestoreCrashTests(ITestOutputHelper output)
{
    private const string Policy = "baselines:\n- group: any\n  ingress: [{ id: db_from_web, service: mysql, peer: 10.1.0.0/16, why: application queries }]\n  missing: restore\n";

    private static byte[] ClosedMysql => Events.Revoke("Ingress", ("sgr-1", "tcp", 3306, 3306, "10.1.0.0/16"));

    [Fact]
    public async Task Wherever_the_process_is_killed_what_is_missing_stands_there_once_in_the_end_and_is_told()
    {
        var unharmed = Begin();
        await unharmed.Deliver(ClosedMysql);
        for (var at = 1; at <= unharmed.Calls.Begun; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var account = Begin();
                (account.Calls.EndsAt, account.Calls.EndsAfter) = (at, after);
                await Assert.ThrowsAsync<ProcessEndedException>(() => account.Deliver(ClosedMysql));
                account.Calls.BeginAnotherProcess();
                account.Clock.Advance(TimeSpan.FromSeconds(20));
                Assert.Empty((await account.Deliver(ClosedMysql)).Problems);

                Assert.Equal(Ingress(3306, "10.1.0.0/16"), Assert.Single(account.Ec2.Permissions!));
                Assert.Single(account.Topic.Notices.Select(n => n.Id).Distinct());
                Assert.True(Assert.Single(account.Hub.Findings.Values).Passed, $"killed {(after ? "after" : "before")} call {at}, {unharmed.Calls[at - 1]}");
                Assert.IsType<Result.Repeated>(await account.Deliver(ClosedMysql));
            }
        }

        output.WriteLine($"{2 * unharmed.Calls.Begun} points");
    }

    [Fact]
    public async Task The_undo_of_a_restore_takes_away_what_was_put_back()
    {
        var account = Begin();
        await account.Deliver(ClosedMysql);
        var entry = Assert.Single(((LoggedLedger)account.World.Ledger).Entries);
        Assert.Empty(entry.Undo);
        Assert.Equal("sgr-new1", Assert.Single(Assert.Single(entry.UndoCreated).Permissions).RuleId);
        Assert.Equal([Outcome.Restored], entry.Progress.Handled.Select(h => h.Outcome));
    }

    private static Account Begin()
    {
        var reading = PolicyText.Read(PolicyText.Head + Policy);
        Assert.True(reading.Policy is not null, string.Join('\n', reading.Diagnostics));
        return new(reading.Policy, ledgerIsLogged: true);
    }
}

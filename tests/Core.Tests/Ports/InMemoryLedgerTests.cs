using Remediator.Changes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Ports;

public sealed class InMemoryLedgerTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly DateTimeOffset Now = Events.Time;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly InMemoryLedger _ledger = new(Lease);

    [Fact]
    public async Task A_live_claim_is_busy_and_a_lapsed_one_is_taken_over_with_what_it_had_decided()
    {
        var (first, second) = (Claim("a", 2), Claim("a", 1));
        Assert.Null(Assert.IsType<ClaimAnswer.Granted>(await _ledger.Claim(first, Now, None)).Earlier);
        Assert.Equal(Now + Lease, Assert.IsType<ClaimAnswer.Busy>(await _ledger.Claim(second, Now + Lease / 2, None)).Until);
        Assert.Same(first, Assert.IsType<ClaimAnswer.Granted>(await _ledger.Claim(second, Now + Lease, None)).Earlier!.Claim);
    }

    [Fact]
    public async Task What_is_finished_stays_finished_whatever_a_straggler_records()
    {
        var claim = Claim("a", 1);
        await _ledger.Claim(claim, Now, None);
        await _ledger.Finish(new Entry(claim, Progress.Begun, [], Now), None);
        await _ledger.Record("a", Progress.Begun, Now, None);
        await _ledger.Release("a", None);
        Assert.IsType<ClaimAnswer.Finished>(await _ledger.Claim(claim, Now, None));
        Assert.Equal(Now, (await _ledger.Earlier("a", None))!.FinishedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_oldest_claims_are_forgotten_whether_they_finished_or_not(bool finish)
    {
        const int verdicts = 1000;
        var fit = InMemoryLedger.MostVerdicts / verdicts;
        for (var i = 0; i <= fit; i++)
        {
            var claim = Claim($"{i}", verdicts);
            await _ledger.Claim(claim, Now, None);
            if (finish) await _ledger.Finish(new Entry(claim, Progress.Begun, [], Now), None);
            else await _ledger.Release(claim.Key, None);
        }

        Assert.Null(await _ledger.Earlier("0", None));
        Assert.NotNull(await _ledger.Earlier("1", None));
        Assert.NotNull(await _ledger.Earlier($"{fit}", None));
    }

    private static Claim Claim(string key, int verdicts)
    {
        var change = Assert.IsType<Change>(ChangeReader.Read(Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"))));
        var group = new GroupKey(change.Account, change.Region, FakeEc2.GroupId);
        var verdict = new Verdict(change.Permissions[0], Decision.Violation, [], Severity.High, RuleAction.Revoke, TrafficSet.Empty, 0, 0, 0);
        return new(key, change, [.. Enumerable.Repeat(verdict, verdicts)], new Plan(group, [], []), Now);
    }
}

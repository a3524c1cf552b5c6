using Remediator.Changes;
using Remediator.Core.Tests.Remediations;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Core.Tests.Ledger;

public sealed class InMemoryLedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly InMemoryLedger _ledger = new(TimeSpan.FromSeconds(15));

    [Fact]
    public async Task A_first_claim_is_granted_with_nothing_earlier() =>
        Assert.Null(Assert.IsType<ClaimAnswer.Granted>(await Claim("a", Noon)).Earlier);

    [Fact]
    public async Task A_live_claim_is_busy_until_its_lease_ends()
    {
        await Claim("a", Noon);
        Assert.Equal(Noon.AddSeconds(15), Assert.IsType<ClaimAnswer.Busy>(await Claim("a", Noon.AddSeconds(14))).Until);
        Assert.IsType<ClaimAnswer.Granted>(await Claim("a", Noon.AddSeconds(15)));
    }

    [Fact]
    public async Task Recording_renews_the_lease_and_a_takeover_sees_how_far_it_got()
    {
        await Claim("a", Noon);
        var acted = new Progress([new(Some.Verdict(Some.Ssh()), Outcome.Revoked)], Noon, false, true);
        await _ledger.Record("a", "me", acted, Noon.AddSeconds(10), default);
        Assert.IsType<ClaimAnswer.Busy>(await Claim("a", Noon.AddSeconds(20)));
        Assert.Equal(acted, Assert.IsType<ClaimAnswer.Granted>(await Claim("a", Noon.AddSeconds(25))).Earlier!.Progress);
    }

    [Fact]
    public async Task A_takeover_sees_what_the_first_claim_had_decided()
    {
        var first = Of("a", 2);
        await _ledger.Claim(first, "me", Noon, default);
        await _ledger.Release("a", "me", default);
        Assert.Same(first, Assert.IsType<ClaimAnswer.Granted>(await Claim("a", Noon)).Earlier!.Claim);
        Assert.Same(first, (await _ledger.Earlier("a", default)).Value!.Claim);
    }

    [Fact]
    public async Task A_released_claim_is_taken_over_at_once()
    {
        await Claim("a", Noon);
        await _ledger.Release("a", "me", default);
        Assert.NotNull(Assert.IsType<ClaimAnswer.Granted>(await Claim("a", Noon)).Earlier);
    }

    [Fact]
    public async Task A_finished_event_stays_finished()
    {
        await Finish("a");
        await _ledger.Record("a", "me", Progress.Begun, Noon, default);
        await _ledger.Release("a", "me", default);
        Assert.Equal(Noon, Assert.IsType<ClaimAnswer.Finished>(await Claim("a", Noon.AddDays(1))).Entry.FinishedAt);
        Assert.Equal(Noon, (await _ledger.Earlier("a", default)).Value!.FinishedAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public async Task Only_the_oldest_events_are_forgotten_whether_they_finished_or_not(int verdicts)
    {
        await Claim("open", Noon);
        await Claim("lapsed", Noon);
        await _ledger.Release("lapsed", "me", default);
        for (var i = 0; i < InMemoryLedger.MostVerdicts / Math.Max(1, verdicts); i++) await Finish($"{i}", verdicts);
        Assert.Null((await _ledger.Earlier("lapsed", default)).Value);
        Assert.Null((await _ledger.Earlier("0", default)).Value);
        Assert.NotNull((await _ledger.Earlier("2", default)).Value);
        Assert.IsType<ClaimAnswer.Busy>(await Claim("open", Noon));
    }

    [Fact]
    public async Task A_call_of_ours_is_known_by_its_request_id_from_the_moment_that_it_is_recorded_until_its_event_is_forgotten()
    {
        await Claim("a", Noon);
        Assert.False(await IsOurs("req-1"));
        await _ledger.Record("a", "me", Progress.Begun with { Calls = [new("AuthorizeSecurityGroupIngress", "req-1", "taken", Noon)] }, Noon, default);
        Assert.True(await IsOurs("req-1"));
        await _ledger.Finish(new(Of("a"), Progress.Begun with { Calls = [new("AuthorizeSecurityGroupIngress", "req-1", "taken", Noon), new("RevokeSecurityGroupIngress", "req-2", "taken", Noon)] }, [], Noon), "me", default);
        Assert.True(await IsOurs("req-1") && await IsOurs("req-2"));
        Assert.False(await IsOurs("req-3"));

        for (var i = 0; i < InMemoryLedger.MostVerdicts; i++) await Finish($"{i}");
        Assert.False(await IsOurs("req-1") || await IsOurs("req-2"));
    }

    [Fact]
    public void Undo_puts_back_only_what_was_really_taken_away()
    {
        Handled Ended(int port, Outcome outcome) => new(Some.Verdict(Some.Egress(port)), outcome);
        var progress = new Progress([new(Some.Verdict(Some.Ssh()), Outcome.Revoked), Ended(25, Outcome.Gone), Ended(26, Outcome.Failed), Ended(27, Outcome.Observed)], Noon, true, true);
        var undo = Assert.Single(new Entry(Of("a"), progress, [], Noon).Undo);
        Assert.Equal(Some.Ssh(), Assert.Single(undo.Permissions));
        Assert.Equal(Direction.Ingress, undo.Direction);
    }

    private static Claim Of(string key, int verdicts = 0)
    {
        var change = new Change(key, "AuthorizeSecurityGroupIngress", Noon, "111122223333", "eu-west-1", new("sg-0a", null), new("arn", null, null, null, Channel.Unknown, null));
        return new(key, change, [.. Enumerable.Repeat(Some.Verdict(Some.Ssh()), verdicts)], new Plan(Some.Group, [], []), Noon);
    }

    private async Task<bool> IsOurs(string requestId) => (await _ledger.IsOurs(requestId, Some.Group, [], Noon, default)).Value;

    private Task<ClaimAnswer> Claim(string key, DateTimeOffset now) => _ledger.Claim(Of(key), "me", now, default);

    private async Task Finish(string key, int verdicts = 0)
    {
        var claim = Of(key, verdicts);
        await _ledger.Claim(claim, "me", Noon, default);
        await _ledger.Finish(new(claim, Progress.Begun, [], Noon), "me", default);
    }
}

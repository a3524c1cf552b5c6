using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Scenarios.Books;

public abstract class LedgerContract : Contract
{
    private static readonly TimeSpan Lease = Timing.Lease;

    private readonly string _key = Some.Key;

    private ILedger Ledger => Books.Ledger;

    [Fact]
    public async Task A_first_claim_is_granted_with_nothing_earlier()
    {
        Assert.Null((await Ledger.Earlier(_key, Cancel)).Value);
        Assert.Null(Assert.IsType<ClaimAnswer.Granted>(await Claim("one", Noon)).Earlier);
        Assert.Equal(_key, (await Ledger.Earlier(_key, Cancel)).Value!.Claim.Key);
    }

    [Fact]
    public async Task A_live_claim_is_busy_until_its_lease_ends_by_the_clock()
    {
        await Claim("one", Noon);
        Assert.Equal(Noon + Lease, Assert.IsType<ClaimAnswer.Busy>(await Claim("two", Noon + Lease - TimeSpan.FromMilliseconds(1))).Until);
        Assert.NotNull(Assert.IsType<ClaimAnswer.Granted>(await Claim("two", Noon + Lease)).Earlier);
    }

    [Fact]
    public async Task A_takeover_keeps_the_claim_that_was_made_first_and_how_far_it_got()
    {
        await Ledger.Claim(Some.Claim(_key, 22), "one", Noon, Cancel);
        await Ledger.Record(_key, "one", Some.Progress("req-1"), Noon, Cancel);
        var earlier = Assert.IsType<ClaimAnswer.Granted>(await Ledger.Claim(Some.Claim(_key, 3389), "two", Noon + Lease, Cancel)).Earlier!;
        Assert.Equal(22, earlier.Claim.Port());
        Assert.Equal(["req-1"], earlier.Progress.RequestIds());
        var recorded = (await Ledger.Earlier(_key, Cancel)).Value!;
        Assert.Equal(22, recorded.Claim.Port());
        Assert.Equal(["req-1"], recorded.Progress.RequestIds());
    }

    [Fact]
    public async Task Each_write_of_the_holder_renews_the_claim()
    {
        await Claim("one", Noon);
        Assert.IsType<RecordAnswer.Recorded>(await Ledger.Record(_key, "one", Some.Progress(), Noon.AddSeconds(10), Cancel));
        Assert.Equal(Noon.AddSeconds(10) + Lease, Assert.IsType<ClaimAnswer.Busy>(await Claim("two", Noon + Lease)).Until);
        Assert.IsType<RecordAnswer.Recorded>(await Ledger.Amend(Some.Claim(_key, 3389), "one", Noon.AddSeconds(20), Cancel));
        Assert.Equal(Noon.AddSeconds(20) + Lease, Assert.IsType<ClaimAnswer.Busy>(await Claim("two", Noon + Lease)).Until);
        Assert.Equal(3389, (await Ledger.Earlier(_key, Cancel)).Value!.Claim.Port());
    }

    [Fact]
    public async Task A_claim_given_back_is_taken_over_at_once()
    {
        await Claim("one", Noon);
        await Ledger.Release(_key, "one", Cancel);
        Assert.NotNull(Assert.IsType<ClaimAnswer.Granted>(await Claim("two", Noon)).Earlier);
    }

    [Fact]
    public async Task Whoever_lost_a_claim_writes_nothing_any_more()
    {
        await Claim("one", Noon);
        var later = Noon + Lease;
        await Claim("two", later);
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Record(_key, "one", Some.Progress("req-1"), later, Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Amend(Some.Claim(_key, 3389), "one", later, Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Hold(_key, "one", Some.Progress("req-1"), later, later, Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Finish(Entry("req-1"), "one", Cancel));
        await Ledger.Release(_key, "one", Cancel);

        Assert.IsType<ClaimAnswer.Busy>(await Claim("three", later));
        var attempt = (await Ledger.Earlier(_key, Cancel)).Value!;
        Assert.Equal((22, 0, null, null), (attempt.Claim.Port(), attempt.Progress.Calls.Length, attempt.FinishedAt, attempt.HeldUntil));
    }

    [Fact]
    public async Task Nothing_is_written_under_a_key_that_nobody_claimed()
    {
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Record(_key, "one", Some.Progress(), Noon, Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Finish(Entry(), "one", Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Undone(_key, new("me", Noon, null), Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Ledger.LetGo(_key, "me", Noon, Cancel));
        await Ledger.Release(_key, "one", Cancel);
        var read = await Ledger.Earlier(_key, Cancel);
        Assert.Equal((null, null), (read.Value, read.Problem));
    }

    [Fact]
    public async Task A_finished_event_stays_finished_and_says_what_was_done()
    {
        await Claim("one", Noon);
        await Ledger.Record(_key, "one", Some.Progress("req-1"), Noon, Cancel);
        Assert.IsType<RecordAnswer.Recorded>(await Ledger.Finish(Entry("req-1", "req-2") with { Calls = [Some.Call("req-2")] }, "one", Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Record(_key, "one", Some.Progress(), Noon, Cancel));
        await Ledger.Release(_key, "one", Cancel);

        var entry = Assert.IsType<ClaimAnswer.Finished>(await Claim("two", Noon.AddDays(1))).Entry;
        Assert.Equal(Noon.AddSeconds(3), entry.FinishedAt);
        Assert.Equal(["req-1", "req-2"], entry.Progress.RequestIds());
        Assert.Equal(["req-2"], entry.Calls.Select(c => c.RequestId));
        Assert.Equal(Noon.AddSeconds(3), (await Ledger.Earlier(_key, Cancel)).Value!.FinishedAt);
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_is_granted()
    {
        var answers = await Race(n => Ledger.Claim(Some.Claim(_key), $"holder-{n}", Noon, Cancel));
        Assert.Null(Assert.Single(answers.OfType<ClaimAnswer.Granted>()).Earlier);
        Assert.Equal(Racers - 1, answers.OfType<ClaimAnswer.Busy>().Count());
    }

    [Fact]
    public async Task Of_many_who_take_over_at_once_one_is_granted()
    {
        await Ledger.Claim(Some.Claim(_key, 22), "one", Noon, Cancel);
        var answers = await Race(n => Ledger.Claim(Some.Claim(_key, 3389), $"holder-{n}", Noon + Lease, Cancel));
        Assert.Equal(22, Assert.Single(answers.OfType<ClaimAnswer.Granted>()).Earlier!.Claim.Port());
        Assert.Equal(Racers - 1, answers.OfType<ClaimAnswer.Busy>().Count());
    }

    [Fact]
    public async Task Of_many_who_note_an_undo_at_once_one_does()
    {
        await Claim("one", Noon);
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Undone(_key, new("me", Noon, null), Cancel));
        await Ledger.Finish(Entry(), "one", Cancel);
        var answers = await Race(n => Ledger.Undone(_key, new($"person-{n}", Noon.AddHours(1), $"waiver-{n}"), Cancel));
        var winner = Array.FindIndex(answers, a => a is RecordAnswer.Recorded);
        Assert.Equal(Racers - 1, answers.OfType<RecordAnswer.Lost>().Count());
        Assert.Equal(new Undoing($"person-{winner}", Noon.AddHours(1), $"waiver-{winner}"), (await Ledger.Earlier(_key, Cancel)).Value!.Undone);
    }

    [Fact]
    public async Task An_undo_that_put_nothing_back_has_no_waiver()
    {
        await Claim("one", Noon);
        await Ledger.Finish(Entry(), "one", Cancel);
        await Ledger.Undone(_key, new("me", Noon, null), Cancel);
        Assert.Equal(new Undoing("me", Noon, null), (await Ledger.Earlier(_key, Cancel)).Value!.Undone);
    }

    private Entry Entry(params string[] requestIds) => new(Some.Claim(_key), Some.Progress(requestIds), [], Noon.AddSeconds(3));

    private Task<ClaimAnswer> Claim(string holder, DateTimeOffset now) => Ledger.Claim(Some.Claim(_key), holder, now, Cancel);
}

using Remediator.Ledger;
using Remediator.Ports;

namespace Remediator.Scenarios.Books;

public abstract class HeldContract : Contract
{
    private ILedger Ledger => Books.Ledger;

    [Fact]
    public async Task What_is_held_is_listed_from_its_time_on_the_longest_due_first()
    {
        await Hold("c", Noon.AddMinutes(30));
        await Hold("a", Noon.AddMinutes(10));
        await Hold("b", Noon.AddMinutes(20));
        await Ledger.Claim(Some.Claim("d"), "one", Noon, Cancel);
        Assert.Empty(await Held(Noon.AddMinutes(9), 10));
        Assert.Equal(["a", "b"], await Held(Noon.AddMinutes(20), 10));
        Assert.Equal(["a", "b", "c"], await Held(Noon.AddHours(1), 10));
        Assert.Equal(["a", "b"], await Held(Noon.AddHours(1), 2));
    }

    [Fact]
    public async Task What_is_held_is_taken_over_at_once_and_says_how_far_it_got()
    {
        await Hold("a", Noon.AddMinutes(10));
        var earlier = Assert.IsType<ClaimAnswer.Granted>(await Ledger.Claim(Some.Claim("a"), "two", Noon, Cancel)).Earlier!;
        Assert.Equal(Noon.AddMinutes(10), earlier.HeldUntil);
        Assert.Null(earlier.LetGoBy);
        Assert.Equal(["req-1"], earlier.Progress.RequestIds());
    }

    [Fact]
    public async Task What_is_held_stays_listed_while_somebody_handles_it_since_he_may_die()
    {
        await Hold("a", Noon);
        await Ledger.Claim(Some.Claim("a"), "two", Noon, Cancel);
        await Ledger.Record("a", "two", Some.Progress(), Noon, Cancel);
        Assert.Equal(["a"], await Held(Noon, 10));
        Assert.IsType<RecordAnswer.Recorded>(await Ledger.Finish(new(Some.Claim("a"), Some.Progress(), [], Noon), "two", Cancel));
        Assert.Empty(await Held(Noon.AddYears(1), 10));
        Assert.Null((await Ledger.Earlier("a", Cancel)).Value!.HeldUntil);
    }

    [Fact]
    public async Task What_is_let_go_is_due_now_and_says_by_whom_until_it_is_held_again()
    {
        await Hold("a", Noon.AddHours(1));
        Assert.IsType<RecordAnswer.Recorded>(await Ledger.LetGo("a", "arn:aws:iam::111122223333:user/bob", Noon, Cancel));
        Assert.Equal(["a"], await Held(Noon, 10));
        var earlier = Assert.IsType<ClaimAnswer.Granted>(await Ledger.Claim(Some.Claim("a"), "two", Noon, Cancel)).Earlier!;
        Assert.Equal("arn:aws:iam::111122223333:user/bob", earlier.LetGoBy);

        await Ledger.Hold("a", "two", Some.Progress(), Noon.AddHours(2), Noon, Cancel);
        var attempt = (await Ledger.Earlier("a", Cancel)).Value!;
        Assert.Equal((Noon.AddHours(2), null), (attempt.HeldUntil, attempt.LetGoBy));
        Assert.Empty(await Held(Noon.AddHours(1), 10));
    }

    [Fact]
    public async Task What_is_let_go_while_somebody_handles_it_is_not_held_by_him_again()
    {
        await Hold("a", Noon);
        await Ledger.Claim(Some.Claim("a"), "two", Noon, Cancel);
        Assert.IsType<RecordAnswer.Recorded>(await Ledger.LetGo("a", "bob", Noon, Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Ledger.Hold("a", "two", Some.Progress(), Noon.AddHours(2), Noon, Cancel));
        Assert.Equal(["a"], await Held(Noon, 10));
        Assert.Equal("bob", Assert.IsType<ClaimAnswer.Granted>(await Ledger.Claim(Some.Claim("a"), "three", Noon, Cancel)).Earlier!.LetGoBy);
    }

    [Fact]
    public async Task Only_what_is_held_is_let_go()
    {
        Assert.IsType<RecordAnswer.Lost>(await Ledger.LetGo("nobody", "bob", Noon, Cancel));
        await Ledger.Claim(Some.Claim("begun"), "one", Noon, Cancel);
        Assert.IsType<RecordAnswer.Lost>(await Ledger.LetGo("begun", "bob", Noon, Cancel));
        await Hold("over", Noon);
        await Ledger.Finish(new(Some.Claim("over"), Some.Progress(), [], Noon), "one", Cancel);
        Assert.IsType<RecordAnswer.Lost>(await Ledger.LetGo("over", "bob", Noon, Cancel));
    }

    private async Task Hold(string key, DateTimeOffset again)
    {
        await Ledger.Claim(Some.Claim(key), "one", Noon, Cancel);
        Assert.IsType<RecordAnswer.Recorded>(await Ledger.Hold(key, "one", Some.Progress("req-1"), again, Noon, Cancel));
    }

    private async Task<ImmutableArray<string>> Held(DateTimeOffset now, int most)
    {
        var read = await Ledger.Held(now, most, Cancel);
        Assert.Null(read.Problem);
        return read.Value;
    }
}

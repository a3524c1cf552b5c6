using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;

namespace Remediator.Scenarios.Books;

public abstract class OwnCallsContract : Contract
{
    private ILedger Ledger => Books.Ledger;

    [Fact]
    public async Task A_call_is_known_by_its_request_id_once_it_is_recorded()
    {
        await Ledger.Claim(Some.Claim("a"), "one", Noon, Cancel);
        Assert.False(await IsOurs("req-1"));
        await Ledger.Record("a", "one", Some.Progress("req-1"), Noon, Cancel);
        Assert.True(await IsOurs("req-1"));
        await Ledger.Finish(new(Some.Claim("a"), Some.Progress("req-1", "req-2"), [], Noon), "one", Cancel);
        Assert.True(await IsOurs("req-1") && await IsOurs("req-2"));
        Assert.False(await IsOurs("req-3"));
        Assert.False(await IsOurs(null));
    }

    [Fact]
    public async Task A_call_of_what_is_held_is_known_too()
    {
        await Ledger.Claim(Some.Claim("a"), "one", Noon, Cancel);
        await Ledger.Hold("a", "one", Some.Progress("req-1"), Noon, Noon, Cancel);
        Assert.True(await IsOurs("req-1"));
    }

    [Fact]
    public async Task A_call_under_no_claim_is_known_once_it_is_noted()
    {
        Assert.True((await Ledger.NoteCall("req-1", Noon, Cancel)).Succeeded);
        Assert.True(await IsOurs("req-1"));
    }

    [Fact]
    public async Task More_calls_than_one_batch_takes_are_all_known()
    {
        string[] ids = [.. Enumerable.Range(0, 60).Select(n => $"req-{n}")];
        await Ledger.Claim(Some.Claim("a"), "one", Noon, Cancel);
        Assert.IsType<RecordAnswer.Recorded>(await Ledger.Record("a", "one", Some.Progress(ids), Noon, Cancel));
        Assert.All(await Task.WhenAll(ids.Select(id => IsOurs(id))), Assert.True);
    }

    [Fact]
    public async Task What_is_announced_is_ours_until_its_end_by_the_clock_and_in_its_group_only()
    {
        await Intend("a", Noon.AddMinutes(1), 22, 443);
        Assert.True(await IsOurs(null, Noon, 22, 443));
        Assert.True(await IsOurs("of-somebody", Noon.AddMinutes(1).AddMilliseconds(-1), 443));
        Assert.False(await IsOurs(null, Noon, 22, 80));
        Assert.False(await IsOurs(null, Noon));
        Assert.False(await IsOurs(null, Noon.AddMinutes(1), 22));
        var elsewhere = await Ledger.IsOurs(null, Some.Group with { GroupId = "sg-0b" }, [Some.Ingress(22)], Noon, Cancel);
        Assert.Equal((false, null), (elsewhere.Value, elsewhere.Problem));
    }

    [Fact]
    public async Task What_two_events_announce_is_ours_each_by_itself()
    {
        await Intend("a", Noon.AddMinutes(1), 22);
        await Intend("b", Noon.AddMinutes(2), 443);
        Assert.True(await IsOurs(null, Noon, 22) && await IsOurs(null, Noon, 443));
        Assert.False(await IsOurs(null, Noon, 22, 443));
        Assert.False(await IsOurs(null, Noon.AddMinutes(1), 22));
    }

    private async Task Intend(string key, DateTimeOffset until, params int[] ports) =>
        Assert.IsType<RecordAnswer.Recorded>(await Ledger.Intend(key, Some.Group, [.. ports.Select(Some.Ingress)], until, Cancel));

    private Task<bool> IsOurs(string? requestId) => IsOurs(requestId, Noon);

    private async Task<bool> IsOurs(string? requestId, DateTimeOffset now, params int[] ports)
    {
        ImmutableArray<Permission> opened = [.. ports.Select(Some.Ingress)];
        var read = await Ledger.IsOurs(requestId, Some.Group, opened, now, Cancel);
        Assert.Null(read.Problem);
        return read.Value;
    }
}

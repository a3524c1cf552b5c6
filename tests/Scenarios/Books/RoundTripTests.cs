using System.Collections.Concurrent;
using Amazon.DynamoDBv2.Model;
using Remediator.Ledger;
using Remediator.Steps;

namespace Remediator.Scenarios.Books;

/// <summary>What each call costs, and what it leaves for TTL to clean up.</summary>
[Collection(nameof(TableCollection))]
public sealed class RoundTripTests(Account account)
{
    private static readonly DateTimeOffset Noon = Some.Noon;

    private readonly ConcurrentQueue<string> _calls = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_claim_is_one_round_trip_and_a_takeover_two()
    {
        var books = account.Open(await account.MakeTable(), _calls);
        await books.Ledger.Claim(Some.Claim("k"), "one", Noon, Cancel);
        Assert.Equal(["PutItem"], Calls());
        await books.Ledger.Claim(Some.Claim("k"), "two", Noon, Cancel);
        Assert.Equal(["PutItem"], Calls());
        await books.Ledger.Claim(Some.Claim("k"), "two", Noon + Timing.Lease, Cancel);
        Assert.Equal(["PutItem", "UpdateItem"], Calls());
    }

    [Fact]
    public async Task A_record_is_one_round_trip_with_its_new_calls_noted_beside_it()
    {
        var books = account.Open(await account.MakeTable(), _calls);
        await books.Ledger.Claim(Some.Claim("k"), "one", Noon, Cancel);
        Calls();
        await books.Ledger.Record("k", "one", Some.Progress("req-1"), Noon, Cancel);
        Assert.Equal(["BatchWriteItem", "UpdateItem"], Calls().Order(StringComparer.Ordinal));
        await books.Ledger.Record("k", "one", Some.Progress("req-1"), Noon, Cancel);
        Assert.Equal(["UpdateItem"], Calls());
    }

    [Fact]
    public async Task A_tally_with_room_is_one_round_trip_and_so_is_one_that_is_full()
    {
        var books = account.Open(await account.MakeTable(), _calls);
        await books.Tallies.Add("t", ["a"], 1, Noon, Cancel);
        await books.Tallies.Add("t", ["b"], 1, Noon, Cancel);
        await books.Tallies.Add("t", ["a"], 1, Noon, Cancel);
        Assert.Equal(["UpdateItem", "UpdateItem", "UpdateItem"], Calls());
    }

    [Fact]
    public async Task What_is_over_is_left_to_TTL_and_what_is_not_is_kept()
    {
        var table = await account.MakeTable();
        var books = account.Open(table);
        await books.Ledger.Claim(Some.Claim("k"), "one", Noon, Cancel);
        await books.Ledger.Finish(new(Some.Claim("k"), Some.Progress("req-1"), [], Noon.AddDays(1)), "one", Cancel);
        await books.Agreements.Write(Some.Agreement("open"), Cancel);
        await books.Agreements.Write(Some.Agreement("over"), Cancel);
        await books.Agreements.Write(Some.Agreement("over", 2) with { EndedAt = Noon.AddDays(2) }, Cancel);
        await books.Tallies.Add("t", ["a"], 1, Noon.AddHours(2), Cancel);
        await books.Measures.Write(Some.Block("stands"), Cancel);
        await books.Measures.Write(Some.Isolation("over") with { State = Containment.MeasureState.Refused, EndedAt = Noon.AddDays(3) }, Cancel);

        using var client = account.Client();
        var items = (await client.ScanAsync(new ScanRequest { TableName = table, ConsistentRead = true }, Cancel)).Items.ToDictionary(i => $"{i["pk"].S} {i["sk"].S}", i => i.GetValueOrDefault("expires")?.N);
        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["entry#k entry"] = Seconds(Noon.AddDays(401)),
                ["request#req-1 call"] = Seconds(Noon.AddDays(31)),
                [$"group#{Some.Group} agreement#open"] = null,
                ["agreement#open where"] = null,
                [$"group#{Some.Group} agreement#over"] = Seconds(Noon.AddDays(402)),
                ["agreement#over where"] = Seconds(Noon.AddDays(402)),
                ["measure#stands measure"] = null,
                ["measure#over measure"] = Seconds(Noon.AddDays(403)),
                ["tally#t tally"] = Seconds(Noon.AddHours(2)),
            }.OrderBy(i => i.Key, StringComparer.Ordinal),
            items.OrderBy(i => i.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_claim_that_is_larger_than_an_item_is_refused_before_it_is_sent()
    {
        var books = account.Open(await account.MakeTable(), _calls);
        var random = new Random(20260301);
        var claim = Some.Claim("k") with { Change = Some.Claim("k").Change with { WholeGroupBecause = string.Concat(Enumerable.Range(0, 400_000).Select(_ => (char)random.Next('!', '~'))) } };
        Assert.Contains("expected what fits into an item", Assert.IsType<ClaimAnswer.Unavailable>(await books.Ledger.Claim(claim, "one", Noon, Cancel)).Problem, StringComparison.Ordinal);
        Assert.Empty(Calls());
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private List<string> Calls()
    {
        List<string> calls = [.. _calls];
        _calls.Clear();
        return calls;
    }
}

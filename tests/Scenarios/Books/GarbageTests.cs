using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Remediator.Ledger;
using Remediator.Ports;

namespace Remediator.Scenarios.Books;

/// <summary>Somebody else's items under our keys: never taken for ours, never for nothing, and never an exception.</summary>
[Collection(nameof(TableCollection))]
public sealed class GarbageTests(Account account) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = Some.Noon;
    private static readonly string GroupKey = $"group#{Some.Group}";

    private AmazonDynamoDBClient? _client;
    private Ports.Books? _books;
    private string _table = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Ports.Books Books => _books!;

    public async ValueTask InitializeAsync()
    {
        _table = await account.MakeTable();
        _client = account.Client();
        _books = account.Open(_table);
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_entry_of_somebody_else_is_named_and_neither_claimed_nor_written_over()
    {
        await Put("entry#k", "entry", ("colour", Text("red")));
        Assert.Contains("`entry#k entry` has no `state`: expected a text", Problem(await Books.Ledger.Earlier("k", Cancel)), StringComparison.Ordinal);
        Assert.Contains("entry#k", Assert.IsType<ClaimAnswer.Unavailable>(await Books.Ledger.Claim(Some.Claim("k"), "one", Noon, Cancel)).Problem, StringComparison.Ordinal);
        Assert.IsType<RecordAnswer.Lost>(await Books.Ledger.Record("k", "one", Some.Progress(), Noon, Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Books.Ledger.Finish(new(Some.Claim("k"), Some.Progress(), [], Noon), "one", Cancel));
        Assert.IsType<RecordAnswer.Lost>(await Books.Ledger.LetGo("k", "bob", Noon, Cancel));
        Assert.Equal("red", (await _client!.GetItemAsync(_table, Key("entry#k", "entry"), Cancel)).Item["colour"].S);
    }

    [Theory]
    [InlineData("claim", "`claim` of the ledger's item `entry#k entry` is nothing that we wrote")]
    [InlineData("progress", "`progress` of the ledger's item `entry#k entry` is nothing that we wrote")]
    [InlineData("until", "`entry#k entry` has another `until`: expected a whole number")]
    [InlineData("holder", "`entry#k entry` has another `holder`: expected a text")]
    [InlineData("state", "`entry#k entry` has another `state`: expected a text")]
    public async Task An_entry_of_ours_with_one_attribute_spoilt_is_not_half_read(string column, string problem)
    {
        await Books.Ledger.Claim(Some.Claim("k"), "one", Noon, Cancel);
        var item = (await _client!.GetItemAsync(_table, Key("entry#k", "entry"), Cancel)).Item;
        item[column] = new() { B = new MemoryStream([9, 9, 9]) };
        await _client.PutItemAsync(_table, item, Cancel);
        Assert.Contains(problem, Problem(await Books.Ledger.Earlier("k", Cancel)), StringComparison.Ordinal);
        Assert.Contains(problem, Assert.IsType<ClaimAnswer.Unavailable>(await Books.Ledger.Claim(Some.Claim("k"), "two", Noon.AddHours(1), Cancel)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_claim_of_another_event_under_the_key_is_no_claim_of_this_one()
    {
        await Books.Ledger.Claim(Some.Claim("other"), "one", Noon, Cancel);
        var item = (await _client!.GetItemAsync(_table, Key("entry#other", "entry"), Cancel)).Item;
        item["pk"] = Text("entry#k");
        await _client.PutItemAsync(_table, item, Cancel);
        Assert.Contains("holds the claim of another event", Problem(await Books.Ledger.Earlier("k", Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_read_in_a_queue_is_named_and_keeps_no_other_back()
    {
        await Books.Ledger.Claim(Some.Claim("k"), "one", Noon, Cancel);
        await Books.Ledger.Hold("k", "one", Some.Progress(), Noon, Noon, Cancel);
        await Books.Agreements.Write(Some.Agreement("a"), Cancel);
        await Books.Outbox.Put(new Findings.Letter.ToPeople("l", Noon, Noon, 0, new("n", "s", "b", ImmutableSortedDictionary<string, string>.Empty)), Cancel);
        await Books.Measures.Write(Some.Isolation("m"), Cancel);
        foreach (var queue in new[] { "held", "agreement", "outbox", "measure" }) await Put("x", queue, ("queue", Text(queue)), ("due", new() { N = "1" }));

        var (held, open, due) = (await Books.Ledger.Held(Noon, 10, Cancel), await Books.Agreements.Open(Cancel), await Books.Outbox.Due(Noon, 10, Cancel));
        Assert.Equal(["k"], held.Value);
        Assert.Equal("a", Assert.Single(open.Value).Waiver.Id);
        Assert.Equal("l", Assert.Single(due.Value).Id);
        var measures = await Books.Measures.Open(Cancel);
        Assert.Equal("m", Assert.Single(measures.Value).Id);
        Assert.All([held.Problem, open.Problem, due.Problem, measures.Problem], p => Assert.Contains("`x ", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_with_an_agreement_that_cannot_be_read_cannot_be_read()
    {
        await Books.Agreements.Write(Some.Agreement("a"), Cancel);
        await Put(GroupKey, "agreement#b", ("version", new() { N = "1" }), ("body", new() { B = new MemoryStream([0, (byte)'{']) }));
        Assert.Contains("agreement#b", Problem(await Books.Agreements.Of(Some.Group, Cancel)), StringComparison.Ordinal);
        Assert.IsType<WriteAnswer.Conflict>(await Books.Agreements.Write(Some.Agreement("b"), Cancel));
    }

    [Fact]
    public async Task An_agreement_that_cannot_be_found_where_it_should_be_is_not_none()
    {
        await Put("agreement#a", "where", ("group", Text(Some.Group.ToString())));
        Assert.Contains("is not there", Problem(await Books.Agreements.Find("a", Cancel)), StringComparison.Ordinal);
        await Put("agreement#b", "where", ("group", Text("nowhere")));
        Assert.Contains("points at no group", Problem(await Books.Agreements.Find("b", Cancel)), StringComparison.Ordinal);
        await Put("agreement#c", "where");
        Assert.Contains("has no `group`", Problem(await Books.Agreements.Find("c", Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_of_ours_are_not_believed_from_somebody_elses_items()
    {
        await Put("request#r", "call", ("at", Text("today")));
        Assert.Contains("request#r call", Problem(await Books.Ledger.IsOurs("r", Some.Group, [], Noon, Cancel)), StringComparison.Ordinal);
        await Put($"intent#{Some.Group}", "intent#k", ("until", new() { N = "99999999999999999999" }));
        Assert.Contains("intent#k", Problem(await Books.Ledger.IsOurs(null, Some.Group, [Some.Ingress(22)], Noon, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_a_note_and_a_tally_of_somebody_else_are_problems()
    {
        await Put("switch", "switch", ("isOn", Text("no")));
        Assert.Contains("has another `isOn`: expected true or false", Problem(await Books.Switch.Read(Cancel)), StringComparison.Ordinal);
        await Put("note#n", "note", ("text", Text("x")), ("until", new() { N = "0" }), ("version", new() { N = "-3" }));
        Assert.Contains("has version -3", Problem(await Books.Notebook.Read("n", Cancel)), StringComparison.Ordinal);
        Assert.IsType<WriteAnswer.Conflict>(await Books.Notebook.Write(new("n", "mine", 1, Noon), Cancel));
        await Put("tally#t", "tally", ("marks", Text("a")));
        Assert.IsType<TallyAnswer.Failed>(await Books.Tallies.Add("t", ["a"], 1, Noon, Cancel));
    }

    [Fact]
    public async Task A_measure_of_somebody_else_is_a_problem_and_is_not_written_over()
    {
        await Put("measure#m", "measure", ("version", new() { N = "1" }), ("body", new() { B = new MemoryStream([0, (byte)'{']) }));
        Assert.Contains("`body` of the ledger's item `measure#m measure` is nothing that we wrote", Problem(await Books.Measures.Find("m", Cancel)), StringComparison.Ordinal);
        Assert.IsType<WriteAnswer.Conflict>(await Books.Measures.Write(Some.Isolation("m"), Cancel));
        await Books.Measures.Write(Some.Isolation("other"), Cancel);
        var item = (await _client!.GetItemAsync(_table, Key("measure#other", "measure"), Cancel)).Item;
        item["pk"] = Text("measure#moved");
        await _client.PutItemAsync(_table, item, Cancel);
        Assert.Contains("holds another measure", Problem(await Books.Measures.Find("moved", Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tally_that_outgrows_its_item_says_so_and_drops_nothing()
    {
        ImmutableHashSet<string> Marks(int from) => [.. Enumerable.Range(from, 1_000).Select(n => $"mark-{n}")];
        for (var from = 0; from < 5_000; from += 1_000) Assert.IsType<TallyAnswer.Added>(await Books.Tallies.Add("t", Marks(from), null, Noon, Cancel));
        Assert.Contains("expected no more than 5000 in all", Assert.IsType<TallyAnswer.Failed>(await Books.Tallies.Add("t", ["one-more"], null, Noon, Cancel)).Problem, StringComparison.Ordinal);
        Assert.Equal(5_000, Assert.IsType<TallyAnswer.Added>(await Books.Tallies.Add("t", Marks(0), null, Noon, Cancel)).All.Count);
        Assert.Equal(5_000, Assert.IsType<TallyAnswer.Full>(await Books.Tallies.Add("t", ["one-more"], 100, Noon, Cancel)).All.Count);
    }

    private static string Problem<T>(Reading<T> reading)
    {
        Assert.NotNull(reading.Problem);
        return reading.Problem;
    }

    private static AttributeValue Text(string text) => new() { S = text };

    private static Dictionary<string, AttributeValue> Key(string partition, string sort) => new() { ["pk"] = Text(partition), ["sk"] = Text(sort) };

    private async Task Put(string partition, string sort, params (string Name, AttributeValue Value)[] columns)
    {
        var item = Key(partition, sort);
        foreach (var (name, value) in columns) item[name] = value;
        await _client!.PutItemAsync(_table, item, Cancel);
    }
}

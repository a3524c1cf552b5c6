using System.Net;
using System.Text.Json;
using Remediator.Aws.Ledger;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Ledger;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ledger;

/// <summary>An answer that is lost after its write was carried out: the same write, sent again, knows its own work.</summary>
public sealed class LostAnswerTests
{
    private const string NotOurs = """{"pk":{"S":"x"},"sk":{"S":"y"},"stamp":{"S":"somebody-else"},"version":{"N":"1"}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_claim_is_granted() =>
        Assert.Null(Assert.IsType<ClaimAnswer.Granted>(await Losing().Books.Ledger.Claim(Everything.Claim, "one", Everything.Noon, Cancel)).Earlier);

    [Fact]
    public async Task A_write_under_a_claim_is_recorded()
    {
        Assert.IsType<RecordAnswer.Recorded>(await Losing().Books.Ledger.Finish(new(Everything.Claim, Progress.Begun, [], Everything.Noon), "one", Cancel));
        Assert.IsType<RecordAnswer.Recorded>(await Losing().Books.Ledger.Undone(Everything.Key, new("bob", Everything.Noon, null), Cancel));
    }

    [Fact]
    public async Task A_version_is_written()
    {
        Assert.IsType<WriteAnswer.Written>(await Losing().Books.Notebook.Write(new("n", "text", 2, Everything.Noon), Cancel));
        Assert.IsType<WriteAnswer.Written>(await Losing().Books.Measures.Write(Everything.Measure with { Version = 2 }, Cancel));
        Assert.IsType<WriteAnswer.Written>(await LosingTransaction(own: true).Books.Agreements.Write(Everything.Agreement, Cancel));
    }

    [Fact]
    public async Task What_another_wrote_is_not_taken_for_our_own()
    {
        Assert.IsType<RecordAnswer.Lost>(await Refusing().Books.Ledger.Finish(new(Everything.Claim, Progress.Begun, [], Everything.Noon), "one", Cancel));
        Assert.IsType<WriteAnswer.Conflict>(await Refusing().Books.Notebook.Write(new("n", "text", 2, Everything.Noon), Cancel));
        Assert.IsType<WriteAnswer.Conflict>(await Refusing().Books.Measures.Write(Everything.Measure with { Version = 2 }, Cancel));
        Assert.IsType<WriteAnswer.Conflict>(await LosingTransaction(own: false).Books.Agreements.Write(Everything.Agreement, Cancel));
    }

    [Fact]
    public async Task Another_transaction_at_the_same_moment_is_tried_once_more_and_is_then_a_conflict()
    {
        var desk = Desk.Answering(Desk.Refusal("TransactionCanceledException", more: ",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"},{\"Code\":\"None\"}]"));
        Assert.IsType<WriteAnswer.Conflict>(await desk.Books.Agreements.Write(Everything.Agreement, Cancel));
        Assert.Equal(["TransactWriteItems", "TransactWriteItems"], desk.Operations);
        Assert.Single(desk.Bodies.Select(b => b.GetProperty("ClientRequestToken").GetString()).Distinct());
    }

    [Fact]
    public async Task A_transaction_that_is_throttled_is_a_problem_that_says_so()
    {
        var desk = Desk.Answering(Desk.Refusal("TransactionCanceledException", more: ",\"CancellationReasons\":[{\"Code\":\"ThrottlingError\",\"Message\":\"slower\"},{\"Code\":\"None\"}]"));
        Assert.Contains("ThrottlingError slower", Assert.IsType<WriteAnswer.Failed>(await desk.Books.Agreements.Write(Everything.Agreement, Cancel)).Problem, StringComparison.Ordinal);
        Assert.Equal(2, desk.Operations.Count);
    }

    [Fact]
    public async Task What_a_batch_leaves_out_is_sent_again_and_given_up_in_the_end()
    {
        const string left = """{"UnprocessedItems":{"remediator-ledger":[{"PutRequest":{"Item":{"pk":{"S":"request#req-1"},"sk":{"S":"call"}}}}]}}""";
        var patient = Desk.Answering(Desk.Ok(left), Desk.Ok("{}"));
        Assert.True((await patient.Books.Ledger.NoteCall("req-1", Everything.Noon, Cancel)).Succeeded);
        Assert.Equal(["BatchWriteItem", "BatchWriteItem"], patient.Operations);
        Assert.False((await Desk.Answering(Desk.Ok(left)).Books.Ledger.NoteCall("req-1", Everything.Noon, Cancel)).Succeeded);
    }

    [Fact]
    public async Task A_call_is_noted_once_a_process_and_again_when_that_failed()
    {
        var desk = Desk.Answering(Desk.Refusal("ValidationException"), Desk.Ok("{}"));
        Assert.False((await desk.Books.Ledger.NoteCall("req-1", Everything.Noon, Cancel)).Succeeded);
        Assert.True((await desk.Books.Ledger.NoteCall("req-1", Everything.Noon, Cancel)).Succeeded);
        Assert.True((await desk.Books.Ledger.NoteCall("req-1", Everything.Noon, Cancel)).Succeeded);
        Assert.Equal(2, desk.Operations.Count);
    }

    /// <summary>The first write is carried out and answered by a server's fault; the second meets what the first wrote.</summary>
    private static Desk Losing() => new(new ScriptedService((request, index, _) => Task.FromResult(index == 0
        ? Desk.Refusal("InternalServerError", status: HttpStatusCode.InternalServerError)
        : Desk.ConditionFailed(NotOurs.Replace("somebody-else", Stamp(request), StringComparison.Ordinal)))));

    private static Desk Refusing() => Desk.Answering(Desk.ConditionFailed(NotOurs));

    private static Desk LosingTransaction(bool own) => new(new ScriptedService((request, index, _) => Task.FromResult(index == 0
        ? Desk.Refusal("InternalServerError", status: HttpStatusCode.InternalServerError)
        : Desk.Refusal("TransactionCanceledException", more: $",\"CancellationReasons\":[{{\"Code\":\"ConditionalCheckFailed\",\"Item\":{(own ? NotOurs.Replace("somebody-else", Stamp(request), StringComparison.Ordinal) : NotOurs)}}},{{\"Code\":\"None\"}}]"))));

    private static string Stamp(CapturedRequest request)
    {
        var body = JsonDocument.Parse(request.Body).RootElement;
        if (body.TryGetProperty("TransactItems", out var items)) return items[0].GetProperty("Put").GetProperty("Item").GetProperty(Column.Stamp).GetProperty("S").GetString()!;
        if (body.TryGetProperty("Item", out var item)) return item.GetProperty(Column.Stamp).GetProperty("S").GetString()!;
        return body.GetProperty("ExpressionAttributeValues").GetProperty(":" + Column.Stamp).GetProperty("S").GetString()!;
    }
}

using Remediator.Cli.Redriving;
using Remediator.Ports;

namespace Remediator.Cli.Tests.Redriving;

/// <summary><c>remediator redrive</c>, from the command line to what is in the queue afterwards.</summary>
public sealed class RedriveCommandTests
{
    private readonly RedriveDesk _desk = new();

    private FakeQueue Queue => _desk.Queue;

    private FakeFunction Function => _desk.Function;

    [Fact]
    public void Both_forms_are_sent_byte_for_byte_and_every_line_says_what()
    {
        var (bare, inner) = (RedriveDesk.Event("e-1") + "\n", RedriveDesk.Event("e-2", ",\"a\":1.0,\"b\":\"\\u00fc ü\""));
        Queue.Add("m-1", bare, ("ErrorCode", "200"), ("ErrorMessage", "too\nlate"));
        Queue.Add("m-2", RedriveDesk.Record(inner));
        var answer = _desk.Redrive();
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal([bare, inner], Function.Accepted);
        Assert.Empty(Queue.Ids);
        Assert.Equal(
            [
                "✓ e-1: sent again",
                "  message m-1",
                "  died    2026-11-20 11:00 +01:00 (2 h ago)",
                "  because \"200: too\\u000alate\"",
                "✓ e-2: sent again",
                "  message m-2",
                "  died    2026-11-20 11:00 +01:00 (2 h ago)",
                "  because \"RetriesExhausted: the ledger could not be read\"",
                "2 events sent again, no messages left in the queue",
            ],
            answer.Lines);
    }

    [Fact]
    public void A_message_from_a_rule_says_why_in_its_attributes()
    {
        Queue.Add("m-1", RedriveDesk.Event("e-1"), ("ERROR_CODE", "NO_PERMISSIONS"), ("ERROR_MESSAGE", "denied"), ("RULE_ARN", "arn:aws:events:eu-west-1:111122223333:rule/r"));
        var message = _desk.Redrive("--format", "json").Json.GetProperty("messages")[0];
        Assert.Equal(("NO_PERMISSIONS: denied", "event", "sent"), (message.GetProperty("why").GetString(), message.GetProperty("form").GetString(), message.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData("{\"source\":", "it is not JSON")]
    [InlineData("", "it is not JSON")]
    [InlineData("[1,2,3]", "it is neither an event of EventBridge nor the record of a failed invocation with a `requestPayload`")]
    [InlineData("{\"source\":\"aws.ec2\",\"detail-type\":\"t\",\"detail\":{}}", "it is neither")]
    [InlineData("{\"id\":\"x\",\"source\":\"aws.ec2\",\"detail-type\":\"t\",\"detail\":[]}", "it is neither")]
    [InlineData("{\"id\":\"\\ud800\",\"source\":\"aws.ec2\",\"detail-type\":\"t\",\"detail\":{}}", "it is neither")]
    [InlineData("{\"requestPayload\":{\"a\":1}}", "its `requestPayload` is no event of EventBridge")]
    public void What_is_no_event_is_left_with_the_reason_and_stops_nothing(string body, string why)
    {
        Queue.Add("m-1", body);
        Queue.Add("m-2", RedriveDesk.Event("e-2"));
        var answer = _desk.Redrive();
        Assert.Equal(1, answer.Exit);
        Assert.Equal(RedriveDesk.Event("e-2"), Assert.Single(Function.Accepted));
        Assert.Equal(["m-1"], Queue.Shown);
        Assert.Contains(answer.Lines, l => l.StartsWith($"  problem {why}", StringComparison.Ordinal));
        Assert.Contains("1 message without an event left in the queue", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_sends_and_deletes_nothing_and_gives_all_back_at_once()
    {
        Queue.Add("m-1", RedriveDesk.Event("e-1"));
        Queue.Add("m-2", "garbage");
        var answer = _desk.Redrive("--dry-run");
        Assert.Equal((1, 0), (answer.Exit, Function.Calls));
        Assert.Equal(["m-1", "m-2"], Queue.Shown);
        Assert.Contains("· e-1: would be sent again", answer.Lines);
        Assert.Contains("1 event would be sent again, 1 message left in the queue", answer.Lines);
        Assert.Equal(0, _desk.Redrive("--dry-run", "--most", "1").Exit);
    }

    [Fact]
    public void It_goes_on_until_the_queue_is_empty_twice()
    {
        for (var i = 0; i < 25; i++) Queue.Add($"m-{i}", RedriveDesk.Event($"e-{i}"));
        Assert.Equal(0, _desk.Redrive().Exit);
        Assert.Equal((25, 5), (Function.Accepted.Distinct().Count(), Queue.Receives));
        Assert.Equal("nothing was in the queue", Assert.Single(_desk.Redrive().Lines));
    }

    [Fact]
    public void Most_ends_it_and_asks_for_no_more_than_that()
    {
        for (var i = 0; i < 14; i++) Queue.Add($"m-{i}", RedriveDesk.Event($"e-{i}"));
        var answer = _desk.Redrive("--most", "12");
        Assert.Equal((0, 12, 2), (answer.Exit, Function.Accepted.Count, Queue.Receives));
        Assert.Equal(["m-12", "m-13"], Queue.Shown);
    }

    [Fact]
    public void Throttling_is_waited_out()
    {
        Queue.Add("m-1", RedriveDesk.Event("e-1"));
        Queue.Readings.Enqueue(new([], "RequestThrottled: slower", true));
        Queue.Deletes.Enqueue(new("RequestThrottled: slower", true));
        for (var i = 0; i < 4; i++) Function.Answers.Enqueue(new("TooManyRequestsException: slower", Retryable: true));
        var began = _desk.Clock.GetUtcNow();
        Assert.Equal(0, _desk.Redrive().Exit);
        Assert.Single(Function.Accepted);
        Assert.Empty(Queue.Ids);
        Assert.Equal(TimeSpan.FromSeconds(1 + 1 + 1 + 2 + 4 + 8), _desk.Clock.GetUtcNow() - began);
    }

    [Fact]
    public void Throttling_without_end_ends_the_run_and_the_rest_is_left()
    {
        Queue.Add("m-1", RedriveDesk.Event("e-1"));
        Queue.Add("m-2", RedriveDesk.Event("e-2"));
        for (var i = 0; i < 100; i++) Function.Answers.Enqueue(new("TooManyRequestsException: slower", Retryable: true));
        var answer = _desk.Redrive();
        Assert.Equal(1, answer.Exit);
        Assert.Contains("the function did not accept an event, and would accept no other: TooManyRequestsException: slower", answer.Error, StringComparison.Ordinal);
        Assert.Equal(["m-1", "m-2"], Queue.Shown);
        Assert.InRange(Function.Calls, 5, 20);
    }

    [Fact]
    public void A_function_that_is_not_there_is_asked_once()
    {
        for (var i = 0; i < 12; i++) Queue.Add($"m-{i}", RedriveDesk.Event($"e-{i}"));
        Function.Answers.Enqueue(new("ResourceNotFoundException: no such function"));
        var answer = _desk.Redrive("--format", "json");
        Assert.Equal((1, 1, 12), (answer.Exit, Function.Calls, Queue.Shown.Count()));
        Assert.Equal((0, 1), (answer.Json.GetProperty("sent").GetInt32(), answer.Json.GetProperty("left").GetInt32()));
    }

    [Fact]
    public void An_event_that_is_refused_for_itself_is_left_and_the_next_is_sent()
    {
        Queue.Add("m-1", RedriveDesk.Event("e-1"));
        Queue.Add("m-2", RedriveDesk.Event("e-2"));
        Function.Answers.Enqueue(new("RequestTooLargeException: too large", IsAboutEvent: true));
        var answer = _desk.Redrive();
        Assert.Equal(1, answer.Exit);
        Assert.Equal(RedriveDesk.Event("e-2"), Assert.Single(Function.Accepted));
        Assert.Equal(["m-1"], Queue.Shown);
        Assert.Contains("  problem RequestTooLargeException: too large", answer.Lines);
    }

    [Fact]
    public void A_death_between_sending_and_deleting_sends_the_same_event_again()
    {
        Queue.Add("m-1", RedriveDesk.Event("e-1"));
        Function.DiesAfterwards = true;
        Assert.Throws<FakeFunction.DiedException>(() => _desk.Redrive());
        Assert.Equal(["m-1"], Queue.Ids);
        Function.DiesAfterwards = false;
        _desk.Clock.Advance(Queue.HiddenFor);
        Assert.Equal(0, _desk.Redrive().Exit);
        Assert.Equal([RedriveDesk.Event("e-1"), RedriveDesk.Event("e-1")], Function.Accepted);
        Assert.Empty(Queue.Ids);
    }

    [Fact]
    public void What_is_sent_and_cannot_be_deleted_is_told()
    {
        Queue.Add("m-1", RedriveDesk.Event("e-1"));
        Queue.Deletes.Enqueue(new("AccessDenied: no", false));
        var answer = _desk.Redrive("--format", "json");
        Assert.Equal((1, "sent-not-deleted"), (answer.Exit, answer.Json.GetProperty("messages")[0].GetProperty("status").GetString()));
        Assert.Equal(1, answer.Json.GetProperty("sent").GetInt32());
    }

    [Fact]
    public void After_long_waits_what_is_left_of_a_batch_is_received_anew()
    {
        for (var i = 0; i < 4; i++) Queue.Add($"m-{i}", RedriveDesk.Event($"e-{i}"));
        for (var i = 0; i < 5; i++) Function.Answers.Enqueue(new("ServiceException: no", Retryable: true));
        Function.Answers.Enqueue(SendAnswer.Accepted);
        for (var i = 0; i < 6; i++) Function.Answers.Enqueue(new("ServiceException: no", Retryable: true));
        var answer = _desk.Redrive();
        Assert.Equal(0, answer.Exit);
        Assert.Empty(Queue.Ids);
        Assert.Equal(3, Function.Accepted.Distinct().Count());
    }

    [Fact]
    public void A_queue_that_cannot_be_read_is_told()
    {
        Queue.Readings.Enqueue(new([], "QueueDoesNotExist: no such queue"));
        var answer = _desk.Redrive();
        Assert.Equal((1, 1), (answer.Exit, Queue.Receives));
        Assert.Contains("the queue could not be read: QueueDoesNotExist: no such queue", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_reaches_neither_screen_nor_document_unescaped()
    {
        const string Hostile = "\u001b[31m\u202e{0} <b>%s</b>\r\n\"";
        Queue.Add("m-\u001b[1m", RedriveDesk.Event("e\\u001b[2J\\u202e"), ("ErrorMessage", Hostile));
        Queue.Add("m-2\u202e", Hostile);
        foreach (var answer in new[] { _desk.Redrive("--dry-run"), _desk.Redrive("--dry-run", "--format", "json") })
            Assert.DoesNotContain(answer.Out + answer.Error, c => c is '\u001b' or '\u202e' or '\r');
        Assert.Equal("e\u001b[2J\u202e", _desk.Redrive("--format", "json").Json.GetProperty("messages")[0].GetProperty("eventId").GetString());
    }

    [Fact]
    public void The_document_has_the_same_fields_however_it_ends()
    {
        var empty = _desk.Redrive("--format", "json").Json;
        Queue.Add("m-1", RedriveDesk.Event("e-1"));
        var sent = _desk.Redrive("--format", "json").Json;
        Assert.Equal(["queue", "function", "dryRun", "sent", "left", "messages", "refusals", "diagnostics"], sent.EnumerateObject().Select(p => p.Name));
        Assert.Equal(sent.EnumerateObject().Select(p => p.Name), empty.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["messageId", "status", "diedAt", "eventId", "form"], sent.GetProperty("messages")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void Region_comes_from_the_option_or_the_environment_and_must_be_the_queues()
    {
        Assert.Equal(0, _desk.Redrive().Exit);
        Assert.Equal(new RedrivePlace(RedriveDesk.QueueUrl, "on-change", "eu-west-1"), Assert.Single(_desk.Places));
        Assert.Contains("the queue is in `eu-west-1` and the region is `us-east-1`", _desk.Redrive("--region", "us-east-1").Error, StringComparison.Ordinal);
        Assert.Equal(0, _desk.Run("redrive", "--queue", "http://127.0.0.1:5000/111122223333/dead", "--function", "on-change", "--region", "us-east-1").Exit);
        _desk.Environment.Clear();
        Assert.Contains("no region is named", _desk.Redrive().Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dead", "on-change", "which is no queue's URL")]
    [InlineData("file:///etc/passwd", "on-change", "which is no queue's URL")]
    [InlineData(RedriveDesk.QueueUrl, "../secrets", "which names no function")]
    [InlineData(RedriveDesk.QueueUrl, "a b", "which names no function")]
    public void What_names_no_queue_or_function_is_refused(string queue, string function, string said)
    {
        var answer = _desk.Run("redrive", "--queue", queue, "--function", function);
        Assert.Equal(1, answer.Exit);
        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
        Assert.Empty(_desk.Places);
    }

    [Theory]
    [InlineData("arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:on-change:live")]
    [InlineData("111122223333:function:on-change")]
    [InlineData("on-change:$LATEST")]
    public void Every_name_of_a_function_is_taken(string function) => Assert.Equal(0, _desk.Run("redrive", "--queue", RedriveDesk.QueueUrl, "--function", function).Exit);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void Most_that_is_no_number_of_messages_is_refused(string most) => Assert.Equal(1, _desk.Redrive("--most", most).Exit);
}

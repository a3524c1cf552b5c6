using System.Diagnostics;
using System.Net;
using Remediator.Aws.Ledger;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Ledger;

namespace Remediator.Aws.Tests.Ledger;

/// <summary>Whatever the table does, each call of the ledger answers, and never that there is nothing.</summary>
public sealed class FailureTests
{
    private const string Html = "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>";

    private static readonly Patience Short = new(TimeSpan.FromMilliseconds(50), 2, TimeSpan.FromMilliseconds(1));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Refusals => new()
    {
        { "ProvisionedThroughputExceededException", 400 },
        { "ThrottlingException", 400 },
        { "RequestLimitExceeded", 400 },
        { "InternalServerError", 500 },
        { "ServiceUnavailable", 503 },
        { "AccessDeniedException", 400 },
        { "UnrecognizedClientException", 400 },
        { "ExpiredTokenException", 400 },
        { "ValidationException", 400 },
        { "ItemCollectionSizeLimitExceededException", 400 },
        { "SomethingNew", 418 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_a_problem_with_code_and_table(string code, int status) => await EachFails(
        () => Desk.Answering(Desk.Refusal(code, "said the service", (HttpStatusCode)status)),
        (name, problem) => Assert.True(problem.Contains(code, StringComparison.Ordinal) && problem.Contains($"`{Desk.Table}`", StringComparison.Ordinal), $"{name}: {problem}"));

    [Theory]
    [InlineData("ProvisionedThroughputExceededException", 400, 2)]
    [InlineData("ThrottlingException", 400, 2)]
    [InlineData("InternalServerError", 500, 2)]
    [InlineData("AccessDeniedException", 400, 1)]
    [InlineData("ValidationException", 400, 1)]
    public async Task What_may_pass_is_tried_twice_and_nothing_else_is(string code, int status, int tries)
    {
        var desk = Desk.Answering(Desk.Refusal(code, "said the service", (HttpStatusCode)status));
        Assert.IsType<ClaimAnswer.Unavailable>(await desk.Books.Ledger.Claim(Everything.Claim, "one", Everything.Noon, Cancel));
        Assert.Equal(tries, desk.Operations.Count);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_said_with_what_to_do() => await EachFails(
        () => Desk.Answering(Desk.Refusal("ResourceNotFoundException", "Requested resource not found")),
        (_, problem) => Assert.Equal("there is no ledger table `remediator-ledger` in this account and region: expected the table that template.yaml makes, named in REMEDIATOR_LEDGER_TABLE", problem));

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_page_from_somebody_else_is_a_problem(int status) =>
        await EachFails(() => Desk.Answering(ScriptedService.Answer((HttpStatusCode)status, Html, "text/html")), (_, _) => { });

    [Theory]
    [InlineData(Html)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{")]
    [InlineData("""{"Item":5,"Items":5,"Attributes":5,"Responses":5,"UnprocessedItems":5}""")]
    [InlineData("""{"Item":{"pk":7},"Items":[7],"Attributes":{"marks":7}}""")]
    public async Task Success_with_a_body_that_is_no_answer_never_throws(string body)
    {
        foreach (var (name, call) in Everything.Calls)
        {
            var thrown = await Record.ExceptionAsync(() => call(Desk.Answering(Desk.Ok(body)).Books, Cancel));
            Assert.True(thrown is null, $"{name}: {thrown}");
        }
    }

    [Theory]
    [InlineData(Html, "text/html")]
    [InlineData("", "application/x-amz-json-1.0")]
    [InlineData("{", "application/x-amz-json-1.0")]
    [InlineData("5", "application/x-amz-json-1.0")]
    public async Task Success_that_somebody_else_says_is_none(string body, string type) =>
        await EachFails(() => Desk.Answering(ScriptedService.Answer(HttpStatusCode.OK, body, type)), (_, _) => { });

    [Fact]
    public async Task A_broken_line_is_a_problem() => await EachFails(
        () => new Desk(new ScriptedService((_, _, _) => throw new HttpRequestException("Connection refused"))),
        (_, problem) => Assert.Contains("Connection refused", problem, StringComparison.Ordinal));

    [Fact]
    public async Task A_table_that_does_not_answer_is_given_up_in_time()
    {
        var watch = Stopwatch.StartNew();
        await EachFails(() => new Desk(Silent, Short), (name, problem) => Assert.True(problem.Contains("given up", StringComparison.Ordinal), $"{name}: {problem}"));

        // Twenty-eight calls of twice 50 ms; the rest is what a busy machine needs.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_client_that_cannot_be_made_is_a_problem()
    {
        var books = TableBooks.Open(Desk.Table, () => throw new global::Amazon.Runtime.AmazonClientException("No RegionEndpoint or ServiceURL configured"), Short);
        foreach (var (name, call) in Everything.Calls) Assert.True(await call(books, Cancel) is { } problem && problem.Contains("No RegionEndpoint", StringComparison.Ordinal), name);
    }

    [Fact]
    public async Task Giving_back_never_fails_and_only_the_callers_own_cancellation_is_thrown()
    {
        await new Desk(Silent, Short).Books.Ledger.Release(Everything.Key, "one", Cancel);
        await Desk.Answering(Desk.Refusal("AccessDeniedException")).Books.Ledger.Release(Everything.Key, "one", Cancel);
        using var own = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Desk(Silent).Books.Ledger.Earlier(Everything.Key, own.Token));
    }

    private static ScriptedService Silent => new(async (_, _, cancel) =>
    {
        await Task.Delay(Timeout.Infinite, cancel);
        throw new InvalidOperationException("nobody waits so long");
    });

    /// <summary>Each call at a desk of its own: some are remembered.</summary>
    private static async Task EachFails(Func<Desk> open, Action<string, string> check)
    {
        foreach (var (name, call) in Everything.Calls)
        {
            var problem = await call(open().Books, Cancel);
            Assert.True(problem is not null, $"{name} succeeded");
            Assert.True(problem.Length <= 600 && !problem.Any(char.IsControl), $"{name}: {problem}");
            check(name, problem);
        }
    }
}

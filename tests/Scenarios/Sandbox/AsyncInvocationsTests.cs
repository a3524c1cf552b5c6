using System.Net;
using Remediator.Sandbox;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Processes;

namespace Remediator.Scenarios.Sandbox;

/// <summary>The runtime API and what Lambda does around it, with a function that the test plays itself.</summary>
public sealed class AsyncInvocationsTests : IAsyncLifetime
{
    private const string Arn = "arn:aws:lambda:eu-west-1:111122223333:function:OnSecurityGroupChange";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly AsyncInvocations _invocations = new([TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5)]);
    private readonly HttpClient _function = new();
    private LambdaRuntimeApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await LambdaRuntimeApi.StartAsync(_invocations, Arn, TimeSpan.FromSeconds(30));
        _function.BaseAddress = new Uri($"http://{_api.Address}/2018-06-01/runtime/");
    }

    public async ValueTask DisposeAsync()
    {
        _function.Dispose();
        _invocations.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task Next_hands_out_the_event_with_what_the_function_must_know()
    {
        var delivery = _invocations.Send("""{"a":1}""");

        using var next = await _function.GetAsync("invocation/next");

        Assert.Equal("""{"a":1}""", await next.Content.ReadAsStringAsync());
        Assert.Equal(delivery.RequestId, Assert.Single(next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id")));
        Assert.Equal(Arn, Assert.Single(next.Headers.GetValues("Lambda-Runtime-Invoked-Function-Arn")));
        var deadline = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Assert.Single(next.Headers.GetValues("Lambda-Runtime-Deadline-Ms")), null));
        Assert.InRange(deadline - DateTimeOffset.UtcNow, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.True(_api.Ready.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Response_is_accepted_with_a_json_body_and_ends_the_delivery()
    {
        var delivery = _invocations.Send("{}");

        using var answer = await AnswerNextAsync("response", "\"done\"");
        var ended = await delivery.Ended.WaitAsync(Patience);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("""{"status":"OK"}""", await answer.Content.ReadAsStringAsync());
        Assert.True(ended.Succeeded);
        Assert.Equal("\"done\"", ended.Answer);
    }

    [Fact]
    public async Task Error_is_tried_twice_more_under_the_same_id_and_then_a_dead_letter_with_the_event_intact()
    {
        var delivery = _invocations.Send("""{"a":"é\u0000"}""");

        for (var attempt = 0; attempt < 3; attempt++)
            (await AnswerNextAsync("error", """{"errorMessage":"no"}""", delivery.RequestId)).Dispose();
        var ended = await delivery.Ended.WaitAsync(Patience);

        Assert.False(ended.Succeeded);
        Assert.Equal(3, delivery.Attempts.Length);
        Assert.Equal("""{"a":"é\u0000"}""", Assert.Single(_invocations.DeadLetters.All).Payload);
    }

    [Fact]
    public async Task Error_once_and_a_response_then_is_no_dead_letter()
    {
        var delivery = _invocations.Send("{}");

        (await AnswerNextAsync("error", "{}")).Dispose();
        (await AnswerNextAsync("response", "{}")).Dispose();

        Assert.True((await delivery.Ended.WaitAsync(Patience)).Succeeded);
        Assert.Empty(_invocations.DeadLetters.All);
    }

    [Fact]
    public async Task Init_error_ends_all_that_waits_and_all_that_comes()
    {
        var before = _invocations.Send("{}");
        (await _function.PostAsync("init/error", new StringContent("""{"errorMessage":"REMEDIATOR_MODE is `maybe`"}"""))).Dispose();
        var after = _invocations.Send("{}");

        var problem = await Assert.ThrowsAsync<SandboxException>(() => _api.Ready);

        Assert.Contains("REMEDIATOR_MODE is `maybe`", problem.Message, StringComparison.Ordinal);
        Assert.Equal(problem.Message, (await before.Ended.WaitAsync(Patience)).Answer);
        Assert.Equal(problem.Message, (await after.Ended.WaitAsync(Patience)).Answer);
    }

    [Theory]
    [InlineData("invocation/another-id/response", HttpStatusCode.BadRequest)]
    [InlineData("invocation/next", HttpStatusCode.NotFound)]
    public async Task Post_of_what_is_not_open_is_refused(string path, HttpStatusCode status)
    {
        using var answer = await _function.PostAsync(path, new StringContent("{}"));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Function_that_only_ends_is_started_three_times_and_then_told_of()
    {
        using var folder = new FakeMachine(("bootstrap", "echo 'no such policy'; exit 4"));
        await using var process = FunctionProcess.Start(new ProgramCall(Path.Combine(folder.Install.SearchPath!, "bootstrap"), []), _api, _ => { });

        var problem = await Assert.ThrowsAsync<SandboxException>(() => _api.Ready.WaitAsync(Patience));

        Assert.Contains("ended with exit code 4 before it asked for an event: `no such policy`", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempt_that_is_not_answered_in_time_failed()
    {
        using var invocations = new AsyncInvocations([]);
        await using var api = await LambdaRuntimeApi.StartAsync(invocations, Arn, TimeSpan.FromMilliseconds(50));
        using var function = new HttpClient { BaseAddress = new Uri($"http://{api.Address}/2018-06-01/runtime/") };
        var delivery = invocations.Send("{}");

        (await function.GetAsync("invocation/next")).Dispose();

        Assert.Contains("did not answer within", (await delivery.Ended.WaitAsync(Patience)).Answer, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AnswerNextAsync(string kind, string body, string? expectedId = null)
    {
        using var next = await _function.GetAsync("invocation/next").WaitAsync(Patience);
        var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        if (expectedId is not null)
            Assert.Equal(expectedId, id);
        return await _function.PostAsync($"invocation/{id}/{kind}", new StringContent(body));
    }
}

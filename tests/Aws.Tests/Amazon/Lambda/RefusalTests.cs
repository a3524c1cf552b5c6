using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Remediator.Aws.Tests.Amazon.Lambda;

/// <summary>When the runtime API itself says no.</summary>
[Collection(LambdaCollection.Name)]
public sealed class RefusalTests : IDisposable
{
    private readonly RuntimeApi _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("response", 413)]
    [InlineData("response", 400)]
    [InlineData("error", 403)]
    public async Task Refused_answer_concerns_its_own_event_only(string kind, int status)
    {
        StandIn.Only("the official loop ends with an exception");
        var refused = false;
        _api.StatusOfPosts = _ => (refused, refused = true) is (false, _) ? status : 202;
        await using var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((Stream stream, ILambdaContext context) =>
            kind == "error" && context.AwsRequestId == "r-1" ? throw new InvalidOperationException("as asked") : Task.FromResult(stream)));
        _api.Send("one", "r-1");
        _api.Send("two", "r-2");
        var first = await _api.PostedAsync();
        var second = await _api.PostedAsync();
        Assert.Equal((kind, "r-1", "response", "r-2", "two"), (first.Kind, first.RequestId, second.Kind, second.RequestId, second.Text));
    }

    [Fact]
    public async Task Container_error_ends_the_loop_and_says_what_was_asked_and_answered()
    {
        _api.StatusOfPosts = _ => 500;
        var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((stream, _) => Task.FromResult(stream)));
        _api.Send("one");
        var exception = await Assert.ThrowsAsync<RuntimeApiClientException>(() => function.Ended);
        Assert.Equal((500, """{"errorType":"Refused"}"""), (exception.StatusCode, exception.Response));
        StandIn.Only("the wording of the official package is its own");
        Assert.Equal(
            "the Lambda runtime API answered POST /2018-06-01/runtime/invocation/r-1/response at "
            + $"`{_api.HostAndPort}` with HTTP 500, expected 202; it cannot recover, so this process has to end: {{\"errorType\":\"Refused\"}}",
            exception.Message);
    }

    [Fact]
    public async Task Refused_wait_for_an_event_ends_the_loop()
    {
        _api.StatusOfNext = 403;
        var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((stream, _) => Task.FromResult(stream)));
        var exception = await Assert.ThrowsAnyAsync<RuntimeApiClientException>(() => function.Ended);
        Assert.Equal(403, exception.StatusCode);
    }

    [Fact]
    public async Task Runtime_api_that_is_not_there_is_named()
    {
        StandIn.Only("the official package lets the HTTP error through");
        _api.Dispose();
        var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((stream, _) => Task.FromResult(stream)));
        var exception = await Assert.ThrowsAsync<RuntimeApiClientException>(() => function.Ended);
        Assert.Equal(0, exception.StatusCode);
        Assert.StartsWith(
            $"the Lambda runtime API did not answer GET /2018-06-01/runtime/invocation/next at `{_api.HostAndPort}`: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_without_a_request_id_is_refused_with_the_header_named()
    {
        StandIn.Only("the official package names a missing key");
        var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((stream, _) => Task.FromResult(stream)));
        _api.Send("{}", "");
        var exception = await Assert.ThrowsAsync<RuntimeApiClientException>(() => function.Ended);
        Assert.Contains("`Lambda-Runtime-Aws-Request-Id`", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_address_of_the_runtime_api_is_named()
    {
        StandIn.Only("the official package fails at the first call");
        Assert.Null(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"));
        var exception = Assert.Throws<InvalidOperationException>(() =>
            LambdaBootstrapBuilder.Create((stream, _) => Task.FromResult(stream)).Build());
        Assert.StartsWith("environment variable `AWS_LAMBDA_RUNTIME_API` is not set, expected host:port", exception.Message, StringComparison.Ordinal);
    }
}

using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Remediator.Aws.Tests.Amazon.Lambda;

[Collection(LambdaCollection.Name)]
public sealed class LambdaBootstrapTests : IDisposable
{
    private readonly RuntimeApi _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Event_that_a_handler_answers_is_posted_as_its_response()
    {
        await using var function = Echo();
        _api.Send("""{"hello":"world"}""", "r-7");
        var posted = await _api.PostedAsync();
        Assert.Equal(("response", "r-7", """{"hello":"world"}"""), (posted.Kind, posted.RequestId, posted.Text));
    }

    [Fact]
    public async Task Two_events_are_answered_in_their_order_with_nothing_left_over_from_the_first()
    {
        await using var function = Echo();
        _api.Send("the first and longer one", "r-1");
        _api.Send("second", "r-2");
        var answers = new[] { await _api.PostedAsync(), await _api.PostedAsync() };
        Assert.Equal([("r-1", "the first and longer one"), ("r-2", "second")], answers.Select(answer => (answer.RequestId!, answer.Text)));
    }

    [Fact]
    public async Task Handler_without_an_answer_posts_an_empty_response()
    {
        await using var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((Stream _, ILambdaContext _) => Task.CompletedTask));
        _api.Send("{}");
        var posted = await _api.PostedAsync();
        Assert.Equal(("response", 0), (posted.Kind, posted.Body.Length));
    }

    [Fact]
    public async Task Null_answer_posts_an_empty_response()
    {
        await using var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((_, _) => Task.FromResult<Stream>(null!)));
        _api.Send("{}");
        Assert.Empty((await _api.PostedAsync()).Body);
    }

    [Fact]
    public async Task Handler_exception_is_posted_with_its_type_message_stack_and_cause_and_the_next_event_is_served()
    {
        await using var function = Create((text, _) =>
            text == "bad" ? throw new InvalidOperationException("no \"such\" group", new TimeoutException("too slow")) : text);
        _api.Send("bad", "r-1");
        _api.Send("good", "r-2");
        var error = await _api.PostedAsync();
        Assert.Equal(("error", "r-1", "InvalidOperationException"), (error.Kind, error.RequestId, error.ErrorType));
        using var report = JsonDocument.Parse(error.Body);
        Assert.Equal("InvalidOperationException", report.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("no \"such\" group", report.RootElement.GetProperty("errorMessage").GetString());
        Assert.Contains(nameof(LambdaBootstrapTests), report.RootElement.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("too slow", report.RootElement.GetProperty("cause").GetProperty("errorMessage").GetString());
        var next = await _api.PostedAsync();
        Assert.Equal(("response", "good"), (next.Kind, next.Text));
    }

    [Fact]
    public async Task Error_report_stays_within_what_the_runtime_api_takes()
    {
        await using var function = Create((_, _) => throw new InvalidOperationException(new string('x', 400_000)));
        _api.Send("{}");
        var error = await _api.PostedAsync();
        Assert.InRange(error.Body.Length, 100, 256 * 1024);
        using var report = JsonDocument.Parse(error.Body);
        Assert.StartsWith("xxx", report.RootElement.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6 * 1024 * 1024)]
    [InlineData(0)]
    public async Task Event_of_any_size_comes_back_byte_for_byte(int size)
    {
        var bytes = new byte[size];
        new Random(20261120).NextBytes(bytes);
        await using var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((stream, _) => Task.FromResult(stream)));
        _api.Send(bytes, "r-1");
        var posted = await _api.PostedAsync();
        Assert.True(bytes.AsSpan().SequenceEqual(posted.Body));
    }

    [Fact]
    public async Task Letters_of_every_language_come_back_as_they_were()
    {
        await using var function = Echo();
        const string text = "{\"description\":\"bürö · офис · 事務所 · 🔐 · \u202e\"}";
        _api.Send(text);
        Assert.Equal(text, (await _api.PostedAsync()).Text);
    }

    [Fact]
    public async Task Answer_whose_length_is_not_known_is_sent_whole()
    {
        await using var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create(async (stream, _) =>
        {
            var pipe = new System.IO.Pipelines.Pipe();
            await stream.CopyToAsync(pipe.Writer.AsStream());
            await pipe.Writer.CompleteAsync();
            return pipe.Reader.AsStream();
        }));
        _api.Send("through a pipe");
        Assert.Equal("through a pipe", (await _api.PostedAsync()).Text);
    }

    [Fact]
    public async Task Cancellation_ends_the_loop_that_waits_for_an_event()
    {
        var function = Echo();
        _api.Send("{}");
        await _api.PostedAsync();
        await function.DisposeAsync();
        Assert.True(function.Ended.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Cancellation_during_an_invocation_lets_it_be_answered()
    {
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create(async (Stream stream, ILambdaContext _) =>
        {
            entered.SetResult();
            await leave.Task;
            return stream;
        }));
        _api.Send("late");
        await entered.Task;
        var ending = function.DisposeAsync();
        leave.SetResult();
        await ending;
        Assert.Equal("late", (await _api.PostedAsync()).Text);
    }

    private RunningFunction Echo() => Create((text, _) => text);

    private RunningFunction Create(Func<string, ILambdaContext, string> handler) =>
        new(_api, LambdaBootstrapBuilder.Create(async (stream, context) =>
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var answer = handler(await reader.ReadToEndAsync(), context);
            return (Stream)new MemoryStream(Encoding.UTF8.GetBytes(answer));
        }));
}

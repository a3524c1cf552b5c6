using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;

namespace Remediator.Aws.Tests.Amazon.Lambda;

[Collection(LambdaCollection.Name)]
public sealed class InitializerTests : IDisposable
{
    private readonly RuntimeApi _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Failed_initializer_is_reported_and_thrown_before_any_event_is_taken()
    {
        var function = new RunningFunction(_api, Echo().UseBootstrapHandler(() => throw new FormatException("policy line 3")));
        var exception = await Assert.ThrowsAsync<FormatException>(() => function.Ended);
        Assert.Equal("policy line 3", exception.Message);
        var posted = await _api.PostedAsync();
        using var report = JsonDocument.Parse(posted.Body);
        Assert.Equal("init/error", posted.Kind);
        Assert.Equal("FormatException", report.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("policy line 3", report.RootElement.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task Initializer_that_says_no_ends_without_taking_an_event()
    {
        await using var function = new RunningFunction(_api, Echo().UseBootstrapHandler(() => Task.FromResult(false)));
        await function.Ended.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Initializer_that_says_yes_runs_once_before_the_events()
    {
        var runs = 0;
        await using var function = new RunningFunction(_api, Echo().UseBootstrapHandler(() => Task.FromResult(++runs == 1)));
        _api.Send("one", "r-1");
        _api.Send("two", "r-2");
        await _api.PostedAsync();
        await _api.PostedAsync();
        Assert.Equal(1, runs);
    }

    private static LambdaBootstrapBuilder Echo() => LambdaBootstrapBuilder.Create((stream, _) => Task.FromResult(stream));
}

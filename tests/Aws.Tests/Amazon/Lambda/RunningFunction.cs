using Amazon.Lambda.RuntimeSupport;

namespace Remediator.Aws.Tests.Amazon.Lambda;

/// <summary>A function that runs in the test's own process until it is disposed.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly LambdaBootstrap _bootstrap;

    internal RunningFunction(RuntimeApi api, LambdaBootstrapBuilder builder)
    {
        _bootstrap = builder.ConfigureOptions(options => options.RuntimeApiEndpoint = api.HostAndPort).Build();
        Ended = _bootstrap.RunAsync(_end.Token);
    }

    /// <summary>Completes, or fails, when the loop does.</summary>
    internal Task Ended { get; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Ended.WaitAsync(TimeSpan.FromSeconds(30));
        _bootstrap.Dispose();
        _end.Dispose();
    }
}

namespace Remediator.Sandbox.Lambda;

/// <summary>One published function as Lambda runs it: events in line, and processes that take them from there.</summary>
public sealed class LambdaFunction : IAsyncDisposable
{
    private readonly string _name;

    private LambdaFunction(string name, AsyncInvocations invocations) => (_name, Invocations) = (name, invocations);

    /// <summary>Events on their way through the function, and those that died on it.</summary>
    public AsyncInvocations Invocations { get; }

    public ImmutableArray<ExecutionEnvironment> Environments { get; private set; } = [];

    /// <param name="processes">How many handle events side by side.</param>
    /// <param name="onLine">Receives each line that they print, from any thread.</param>
    /// <exception cref="SandboxException">There is no such published function.</exception>
    internal static async Task<LambdaFunction> StartAsync(
        string name, int processes, AsyncInvocations invocations, SandboxOptions options, SandboxPlaces places, Action<string> onLine, CancellationToken cancellation)
    {
        var function = new LambdaFunction(name, invocations);
        try
        {
            while (function.Environments.Length < processes)
                function.Environments = function.Environments.Add(await ExecutionEnvironment.StartAsync(invocations, name, options, places, onLine, cancellation));
            return function;
        }
        catch
        {
            await function.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when each process has asked for its first event.</summary>
    /// <exception cref="SandboxException">One cannot start: the message says what it said.</exception>
    /// <exception cref="TimeoutException">One did not in time.</exception>
    internal Task ReadyAsync(TimeSpan patience, CancellationToken cancellation) =>
        Task.WhenAll(Environments.Select(one => one.Ready)).WaitAsync(patience, cancellation);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Environments.Select(one => one.DisposeAsync().AsTask()));
        Invocations.Dispose();
    }

    public override string ToString() => _name;
}

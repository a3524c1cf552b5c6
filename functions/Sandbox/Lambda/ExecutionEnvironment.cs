using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Lambda;

/// <summary>
/// One place where a function runs: a process that handles one event at a time, and is replaced when it ends. Each process has an access
/// key of its own, so that a call is known by the process that made it, and by the event that this was at work on.
/// </summary>
public sealed class ExecutionEnvironment : IAsyncDisposable
{
    private static int _started;
    private readonly LambdaRuntimeApi _api;
    private readonly FunctionProcess _process;
    private volatile Caller? _living;
    private volatile Caller? _condemned;

    private ExecutionEnvironment(LambdaRuntimeApi api, string function, SandboxOptions options, SandboxPlaces places, Action<string> onLine)
    {
        _api = api;
        _process = FunctionProcess.Start(
            () =>
            {
                var caller = Caller.Remediator(places.Account, function, $"{Interlocked.Increment(ref _started):D6}");
                (_condemned, _living) = (null, caller);
                return PublishedFunction.Call(function, options, places, caller, api.Address);
            },
            api, onLine);
    }

    /// <summary>The event that the process is at work on; null while it waits for one.</summary>
    public Delivery? Current => _api.Current;

    /// <summary>Completes when the first process asks for its first event; fails when there never will be one.</summary>
    public Task Ready => _api.Ready;

    /// <summary>Whose calls the present process makes; null while there is none.</summary>
    internal Caller? Living => _living;

    internal static async Task<ExecutionEnvironment> StartAsync(
        AsyncInvocations invocations, string function, SandboxOptions options, SandboxPlaces places, Action<string> onLine, CancellationToken cancellation)
    {
        var arn = $"arn:aws:lambda:{places.Region}:{places.Account}:function:{function}";
        var api = await LambdaRuntimeApi.StartAsync(invocations, arn, options.FunctionTimeout, cancellation);
        try
        {
            return new(api, function, options, places, onLine);
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>None of this process' calls that comes from now on has an effect.</summary>
    internal void Condemn(Caller process)
    {
        if (Interlocked.CompareExchange(ref _living, null, process) == process)
            _condemned = process;
    }

    /// <summary>Ends this process without warning (SIGKILL), and returns when it is gone. None of its calls that comes from now on has an
    /// effect. Nothing when it has ended already: the one after it is not to die in its place.</summary>
    internal async Task KillAsync(Caller process)
    {
        Condemn(process);
        if (_condemned == process)
            await _process.KillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _api.DisposeAsync();
    }
}

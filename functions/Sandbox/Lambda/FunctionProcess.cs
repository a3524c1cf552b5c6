using Remediator.Sandbox.Processes;

namespace Remediator.Sandbox.Lambda;

/// <summary>
/// The published function as a process, started again when it ends, as Lambda replaces an execution environment. Three starts without
/// asking for an event are a broken function: then all that waits for it is told so.
/// </summary>
public sealed class FunctionProcess : IAsyncDisposable
{
    private const int MostFutileStarts = 3;
    private readonly Func<ProgramCall> _call;
    private readonly LambdaRuntimeApi _api;
    private readonly Action<string> _onLine;
    private readonly Tail _said = new(40);
    private readonly Task _running;
    private volatile bool _stopping;
    private string _program = "";
    private Leash _leash;

    private FunctionProcess(Func<ProgramCall> call, LambdaRuntimeApi api, Action<string> onLine)
    {
        (_call, _api, _onLine) = (call, api, onLine);
        _leash = Start();
        api.Overdue = Kill;
        _running = KeepAsync();
    }

    /// <param name="call">The function's `bootstrap` and its whole environment.</param>
    /// <param name="onLine">Receives each line that the function prints, from any thread.</param>
    public static FunctionProcess Start(ProgramCall call, LambdaRuntimeApi api, Action<string> onLine) => new(() => call, api, onLine);

    /// <param name="call">Asked anew for each start.</param>
    internal static FunctionProcess Start(Func<ProgramCall> call, LambdaRuntimeApi api, Action<string> onLine) => new(call, api, onLine);

    /// <summary>Ends the process without warning; it is started again at once.</summary>
    public void Kill() => _leash.Kill();

    /// <summary>Ends the process without warning, and returns when it is gone.</summary>
    internal async Task KillAsync()
    {
        var leash = _leash;
        leash.Kill();
        await leash.Exit;
    }

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        await _leash.DisposeAsync();
        await _running;
    }

    private Leash Start()
    {
        var call = _call();
        _program = call.Program;
        return Leash.Start(call, line =>
        {
            _said.Add(line);
            _onLine(line);
        });
    }

    private async Task KeepAsync()
    {
        for (var futile = 1; ; futile = _api.Ready.IsCompletedSuccessfully ? 1 : futile + 1)
        {
            var code = await _leash.Exit;
            if (_stopping)
                return;
            _api.FunctionEnded($"the function ended with exit code {code}");
            if (futile == MostFutileStarts && !_api.Ready.IsCompletedSuccessfully)
            {
                _api.NeverReady(new SandboxException($"`{_program}` ended with exit code {code} before it asked for an event: `{_said.LastWords}`"));
                return;
            }
            await _leash.DisposeAsync();
            _leash = Start();
            if (_stopping)
                await _leash.DisposeAsync();
        }
    }
}

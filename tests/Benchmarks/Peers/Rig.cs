using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Remediator.Sandbox.Processes;

namespace Remediator.Benchmarks.Peers;

/// <summary>A process of a peer with a runtime API and an AWS of its own. It is started without a shell between, so that its start is
/// the only thing timed; when this process dies, the runtime API is gone and the peer ends by itself.</summary>
internal sealed class Rig(Peer peer) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RuntimeApi _api = new();
    private readonly FakeAws _aws = new();
    private readonly Tail _said = new(20);
    private readonly Process _process = new();
    private long _startedAt;

    public string Name => peer.Name;

    /// <summary>See <see cref="FakeAws.TableDelay"/>.</summary>
    public TimeSpan TableDelay
    {
        set => _aws.TableDelay = value;
    }

    public void Start()
    {
        var start = new ProcessStartInfo(peer.Program) { WorkingDirectory = peer.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in peer.Environment(_api.Address, _aws.Endpoint)) start.Environment[name] = value;
        _process.StartInfo = start;
        _process.OutputDataReceived += (_, line) => _said.Add(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Add(line.Data ?? "");
        _startedAt = Stopwatch.GetTimestamp();
        try
        {
            _process.Start();
        }
        catch (Win32Exception problem)
        {
            throw new BenchmarkException($"the {peer.Name} cannot be started from `{peer.Program}` ({problem.Message}): build it with `dotnet build -c Release tests/Benchmarks`");
        }

        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts the process with the event already waiting; when this returns, the process waits for the next one.</summary>
    public Trip StartWith(string payload)
    {
        _api.Offer(payload);
        Start();
        var trip = Await();
        if (!_api.AwaitAsked(Patience) || !_api.AwaitAsked(Patience)) throw Silent("did not ask for a second event");
        return trip;
    }

    /// <summary>Hands an event to the process as soon as it waits for one.</summary>
    public Trip Handle(string payload)
    {
        if (!_api.AwaitAsked(Patience)) throw Silent("did not ask for an event");
        _api.Offer(payload);
        return Await();
    }

    /// <summary>The most memory that the process ever held at once, in MiB (VmHWM, proc(5)).</summary>
    public double PeakMemoryMiB()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024.0;
    }

    /// <summary>What the process has used of all processors together; unlike the clock, it says little of who else is running.</summary>
    public double ProcessorMs()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalMilliseconds;
    }

    public void Dispose()
    {
        if (_startedAt != 0) End();
        _process.Dispose();
        _api.Dispose();
        _aws.Dispose();
    }

    private void End()
    {
        try
        {
            _process.Kill();
            _process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It never started.
        }
    }

    private Trip Await()
    {
        var answered = _api.AwaitAnswer(Patience) ?? throw Silent("did not answer an event");
        if (answered.Problem is { } problem) throw new BenchmarkException($"the {peer.Name} failed: {problem}");
        return new(_startedAt, answered, _aws.TakeCalls());
    }

    private BenchmarkException Silent(string what) => new($"the {peer.Name} {what} within {Patience.TotalSeconds} s; its last words were: {_said.LastWords}");
}

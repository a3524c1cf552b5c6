using System.Diagnostics;
using System.Globalization;
using Remediator.Sandbox;
using Remediator.Sandbox.Processes;

namespace Remediator.Scenarios.Sandbox;

/// <summary>The Sandbox as people start it: a process of its own, its output line by line.</summary>
internal sealed class SandboxProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;

    public SandboxProgram(params string[] arguments)
        : this(arguments, ImmutableDictionary<string, string>.Empty)
    {
    }

    /// <param name="environment">Beyond ours.</param>
    public SandboxProgram(string[] arguments, ImmutableDictionary<string, string> environment)
    {
        // Found here, since the environment given may hide it from the program's own search.
        var dotnet = SearchPath.Find("dotnet", Environment.GetEnvironmentVariable("PATH")) ?? "dotnet";
        string[] call = [.. Unignored(), dotnet, typeof(SandboxAccount).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(call[0], call[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _reading = Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
    }

    public Journal<string> Lines { get; } = new("line");

    public int Id => _process.Id;

    public async Task<int> ExitAsync(TimeSpan patience)
    {
        await _process.WaitForExitAsync().WaitAsync(patience);
        await _reading.WaitAsync(patience);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal by name, as `kill -INT`.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A shell starts its background jobs with SIGINT ignored, and every process below inherits that: these tests too, when they
    /// run in one. The program under test is started as at a terminal all the same.</summary>
    private static string[] Unignored()
    {
        const string status = "/proc/self/status";
        var ignored = File.Exists(status) ? File.ReadLines(status).First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim() : "0";
        var interruptIsIgnored = (ulong.Parse(ignored, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0b10) != 0;
        return interruptIsIgnored ? ["env", "--default-signal=INT"] : [];
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            Lines.Add(line);
    }
}

using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Remediator.Aws.Tests.Amazon.Lambda;

/// <summary>The echo function as a process of its own, ended with the test.</summary>
internal sealed class FunctionProcess : IDisposable
{
    private const int Sigterm = 15;

    private readonly Process _process;
    private readonly TaskCompletionSource _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    internal FunctionProcess(RuntimeApi api, string argument = "echo", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [PathOfEcho(), argument]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.HostAndPort;
        start.Environment.Remove("AWS_LAMBDA_DOTNET_DISABLE_CONSOLE_CAPTURE");
        start.Environment.Remove("AWS_LAMBDA_HANDLER_LOG_LEVEL");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _output = ReadOutputAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    internal void Terminate() => Assert.Equal(0, Kill(_process.Id, Sigterm));

    /// <summary>The exit code, standard output and standard error of the process, once it has ended by itself.</summary>
    internal async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    /// <summary>Completes when the function has written a line to standard output.</summary>
    internal Task FirstLineAsync() => _firstLine.Task.WaitAsync(TimeSpan.FromSeconds(30));

    private async Task<string> ReadOutputAsync()
    {
        var lines = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Append(line).Append('\n');
            _firstLine.TrySetResult();
        }
        return lines.ToString();
    }

    private static string PathOfEcho() => typeof(FunctionProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "EchoFunction").Value!;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}

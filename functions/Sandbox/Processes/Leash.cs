using System.Diagnostics;

namespace Remediator.Sandbox.Processes;

/// <summary>
/// A child process that cannot outlive this one: `leash.sh` ends its process group when the pipe that only we hold is closed, which
/// the kernel does even after kill -9. (.NET opens its pipes close-on-exec, so no other child holds this one open.)
/// </summary>
public sealed class Leash : IAsyncDisposable
{
    // leash.sh waits 3 s between TERM and KILL.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly Process _process;
    private int _released;

    private Leash(Process process, Task output)
    {
        _process = process;
        Exit = WaitAsync(process, output);
    }

    /// <summary>Completes with the program's exit code once it has ended and all its output was handed on.</summary>
    public Task<int> Exit { get; }

    /// <summary>Starts a program; each line of standard output and standard error goes to <paramref name="onLine"/>, from any thread.</summary>
    /// <exception cref="SandboxException">There is no `/bin/sh`.</exception>
    public static Leash Start(ProgramCall call, Action<string> onLine)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = call.Folder ?? "",
        };
        foreach (var part in (string[])["-c", Script, "leash", call.Program, .. call.Arguments])
            start.ArgumentList.Add(part);
        if (call.OnlyThisEnvironment)
            start.Environment.Clear();
        foreach (var (name, value) in call.Environment)
            start.Environment[name] = value;
        try
        {
            var process = Process.Start(start)!;
            return new Leash(process, Task.WhenAll(ReadAsync(process.StandardOutput, onLine), ReadAsync(process.StandardError, onLine)));
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new SandboxException($"cannot start `{call.Program}`: the sandbox needs /bin/sh, as Linux and macOS have it ({problem.Message})", problem);
        }
    }

    /// <summary>Ends the program and whatever it started, at once (SIGKILL to its process group). Nothing when it has ended already.</summary>
    public void Kill()
    {
        try
        {
            // Past the writer, which would keep what nobody read and fail over it when it is closed.
            _process.StandardInput.BaseStream.Write("kill\n"u8);
            _process.StandardInput.BaseStream.Flush();
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Nobody is there to read it: it has ended.
        }
    }

    /// <summary>Ends the program (TERM, then KILL after three seconds) and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _released, 1) == 1)
            return;
        CloseInput();
        try
        {
            await Exit.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended, and what was written last was never read.
        }
    }

    private static async Task<int> WaitAsync(Process process, Task output)
    {
        await process.WaitForExitAsync();
        var code = process.ExitCode;
        await output;
        return code;
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
            onLine(line);
    }

    private static string Script { get; } = Embedded.Text("leash.sh");
}

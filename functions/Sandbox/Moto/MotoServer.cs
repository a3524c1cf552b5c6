using System.Text.RegularExpressions;
using Remediator.Sandbox.Processes;

namespace Remediator.Sandbox.Moto;

/// <summary>One running `moto_server` on a free port of the loopback interface.</summary>
internal sealed partial class MotoServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Leash _leash;

    private MotoServer(Leash leash, Uri endpoint)
    {
        _leash = leash;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <summary>Starts the program and waits for the line with its address.</summary>
    /// <exception cref="SandboxException">It ended, or said nothing for a minute.</exception>
    public static async Task<MotoServer> StartAsync(string program, CancellationToken cancellation)
    {
        var said = new Tail(40);
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = new ProgramCall(program, ["-H", "127.0.0.1", "-p", "0"]) { Environment = Settings };
        var leash = Leash.Start(call, line =>
        {
            said.Add(line);
            if (Address().Match(line) is { Success: true } match)
                ready.TrySetResult(new Uri(match.Groups[1].Value));
        });
        try
        {
            var first = await Task.WhenAny(ready.Task, leash.Exit).WaitAsync(Patience, cancellation);
            if (first == ready.Task)
                return new MotoServer(leash, await ready.Task);
            throw new SandboxException($"`{program}` ended with exit code {await leash.Exit} before it was ready: `{said.LastWords}`");
        }
        catch (Exception problem)
        {
            await leash.DisposeAsync();
            throw problem is TimeoutException ? new SandboxException($"`{program}` was not ready after {Patience.TotalSeconds} s: `{said.LastWords}`") : problem;
        }
    }

    public ValueTask DisposeAsync() => _leash.DisposeAsync();

    // Loading the catalogue of machine images costs the first EC2 call seconds, and nobody here starts an instance from one.
    private static ImmutableDictionary<string, string> Settings { get; } = ImmutableDictionary<string, string>.Empty
        .Add("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
        .Add("PYTHONUNBUFFERED", "1");

    [GeneratedRegex(@"Running on (http://127\.0\.0\.1:\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

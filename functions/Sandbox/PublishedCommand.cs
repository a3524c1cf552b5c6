using Remediator.Sandbox.Ledger;
using Remediator.Sandbox.Processes;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox;

/// <summary>The command line as this build published it, run in the local account in somebody's name.</summary>
public static class PublishedCommand
{
    /// <summary>The folder in which the build put it, beside the functions.</summary>
    public const string Name = "Cli";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>The exit code, and what it printed, line by line.</returns>
    /// <param name="arguments">The verb, and what belongs to it; the ledger's table is the account's.</param>
    /// <exception cref="SandboxException">The build left no such program.</exception>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public static async Task<(int Exit, ImmutableArray<string> Lines)> RunAsync(SandboxPlaces places, Caller caller, ImmutableArray<string> arguments, CancellationToken cancellation = default)
    {
        var program = Path.Combine(PublishedFunction.FolderOf(Name), "remediator");
        if (!SearchPath.IsExecutable(program))
            throw new SandboxException($"the published command line is missing: no `{program}`; build functions/Sandbox again");
        var lines = new Journal<string>("line of the command");
        var call = new ProgramCall(program, [.. arguments, "--table", LedgerTable.Name]) { OnlyThisEnvironment = true, Environment = PublishedFunction.Environment(places, caller) };
        await using var running = Leash.Start(call, lines.Add);
        return (await running.Exit.WaitAsync(Patience, cancellation), lines.All);
    }
}

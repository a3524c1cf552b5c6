using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox;

/// <summary>How a local account is made. The defaults are the tour's.</summary>
public sealed record SandboxOptions
{
    /// <summary>The policy file that the function reads.</summary>
    public string Policy { get; init; } = Path.Combine(AppContext.BaseDirectory, "policy.yaml");

    /// <summary>The folder with the published function's `bootstrap`.</summary>
    public string Function { get; init; } = PublishedFunction.Folder;

    /// <summary>The functions' ledger lives in their own processes, instead of in the account's table.</summary>
    public bool LedgerInMemory { get; init; }

    /// <summary>How many processes handle events side by side, as Lambda has execution environments; each handles one at a time.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Environment variables of the function beyond, or instead of, those that the account gives it. An empty value takes one away.</summary>
    public ImmutableDictionary<string, string> FunctionEnvironment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The waits before the second and the third attempt at an event.</summary>
    public ImmutableArray<TimeSpan> RetryDelays { get; init; } = AsyncInvocations.ShortDelays;

    /// <summary>From handing out an event to its deadline. template.yaml says the same of the deployed function.</summary>
    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Who has credentials besides a console user and the functions; whoever comes with any other key is Bob with the AWS CLI.</summary>
    public ImmutableArray<Caller> Callers { get; init; } = [];

    /// <summary>Where AWS listens on 127.0.0.1; 0: any free port.</summary>
    public int Port { get; init; }

    /// <summary>Receives each line that the function prints, from any thread.</summary>
    public Action<string> OnFunctionLine { get; init; } = _ => { };
}

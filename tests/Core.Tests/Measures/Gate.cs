using Remediator.Core.Tests.Pipelines;

namespace Remediator.Core.Tests.Measures;

/// <summary>What every call of one process to the world passes through: it is written down, the process may end at it, and where several
/// run at once it waits for its turn.</summary>
internal sealed class Gate
{
    private static readonly AsyncLocal<Gate?> Current = new();

    public CallLog Calls { get; } = [];

    public Turns? Turns { get; init; }

    /// <summary>Runs in a process of its own, whose calls pass through this gate.</summary>
    public async Task<T> Run<T>(Func<Task<T>> process)
    {
        Current.Value = this;
        return await process().ConfigureAwait(false);
    }

    /// <summary>A call of whatever process runs; of none, it is the test's own and passes.</summary>
    public static async Task<T> Pass<T>(string text, Func<T> effect)
    {
        if (Current.Value is not { } gate) return effect();
        if (gate.Turns is { } turns) await turns.Next().ConfigureAwait(false);
        return gate.Calls.Make(text, effect);
    }
}

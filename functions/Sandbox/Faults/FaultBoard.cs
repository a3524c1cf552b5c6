using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Faults;

/// <summary>Everything that is to go wrong in an account.</summary>
public sealed class FaultBoard
{
    private ImmutableList<FaultRun> _runs = [];

    public void Begin(FaultRun run) => ImmutableInterlocked.Update(ref _runs, runs => runs.Add(run));

    /// <summary>The run ends, and leaves no trace.</summary>
    public void End(FaultRun run)
    {
        run.End();
        ImmutableInterlocked.Update(ref _runs, runs => runs.Remove(run));
    }

    /// <summary>What goes wrong with a call of a function's; null: nothing.</summary>
    internal FaultKind? Next(CallRecord call) => call.Delivery is { } delivery
        ? _runs.Where(run => run.IsMeantFor(delivery)).Select(run => run.Next(call)).FirstOrDefault(kind => kind is not null)
        : null;
}

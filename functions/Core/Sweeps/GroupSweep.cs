using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>Sends groups through the pipeline, one by one.</summary>
internal sealed class GroupSweep(Pipeline pipeline, ILedger ledger, Invocation invocation)
{
    public async Task<Ending> Run(SecurityGroup group, SweepRules may, CancellationToken cancel)
    {
        var result = await pipeline.Sweep(group, may, invocation, cancel).ConfigureAwait(false);
        return result switch
        {
            Result.Judged { Problems.IsEmpty: true } judged => new(group, result, judged.Handled, true, true),
            Result.Judged or Result.Repeated => await Recorded(group, result, may, cancel).ConfigureAwait(false),
            Result.Benign => new(group, result, [], true, true),
            _ => new(group, result, [], false, false),
        };
    }

    /// <summary>What is told is as the ledger says, where an earlier try told it or this one fell short.</summary>
    private async Task<Ending> Recorded(SecurityGroup group, Result result, SweepRules may, CancellationToken cancel)
    {
        var earlier = await ledger.Earlier(may.In(group.Key, default).KeyIn(group.Key), cancel).ConfigureAwait(false);
        if (earlier.Value is not { } attempt) return new(group, result, [], false, false);
        var isTold = attempt.FinishedAt is not null || attempt.Progress is { FindingsTold: true, NoticeTold: true };
        return new(group, result, attempt.Progress.Handled, isTold, isTold || attempt.Progress.Acted);
    }
}

using Remediator.Groups;
using Remediator.Ledger;

namespace Remediator.Steps;

/// <summary>Writes under a claim. INVARIANT: whoever lost it writes nothing, and stops at the next write.</summary>
/// <param name="isRecorded">False: the claim could not be made, and nothing is written under it.</param>
internal sealed class Holding(World world, Invocation invocation, Claim claim, bool isRecorded)
{
    private const string TakenOver = "another delivery of the event took over";

    private DateTimeOffset Now => world.Clock.GetUtcNow();

    /// <summary>Before a call whose traces would not tell who made it: it is not made when this could not be written.</summary>
    public async Task Require(Progress progress, CancellationToken cancel)
    {
        if (!isRecorded) return;
        if (Problem(await world.Ledger.Record(claim.Key, invocation.Holder, progress, Now, cancel).ConfigureAwait(false)) is { } problem) throw new StoppedException(problem);
    }

    /// <summary>Another plan than the claimed one, before anything is done.</summary>
    /// <param name="earlier">What an earlier attempt had decided, some of which may have been done; null for a first claim.</param>
    public async Task Amend(Claim? earlier, CancellationToken cancel)
    {
        if (Problem(await world.Ledger.Amend(earlier is null ? claim : claim.Over(earlier), invocation.Holder, Now, cancel).ConfigureAwait(false)) is { } problem) throw new StoppedException(problem);
    }

    /// <summary>Before permissions are created: an event of this content is ours then, also when the call's answer is lost.</summary>
    public async Task Announce(ImmutableArray<Permission> toCreate, CancellationToken cancel)
    {
        if (!isRecorded || toCreate.IsEmpty) return;
        // CloudTrail's events are late by minutes at worst.
        var until = invocation.Deadline + Timing.Late;
        if (Problem(await world.Ledger.Intend(claim.Key, claim.Plan.Group, toCreate, until, cancel).ConfigureAwait(false)) is { } problem) throw new StoppedException(problem);
    }

    /// <summary>After a call: what fell short is told, and stops only whoever lost the claim.</summary>
    public async Task<string?> Note(Progress progress, CancellationToken cancel)
    {
        if (!isRecorded) return null;
        var answer = await world.Ledger.Record(claim.Key, invocation.Holder, progress, Now, cancel).ConfigureAwait(false);
        return answer is RecordAnswer.Lost ? throw new StoppedException(TakenOver) : Problem(answer);
    }

    public async Task<string?> Hold(Progress progress, DateTimeOffset again, CancellationToken cancel) =>
        isRecorded ? Problem(await world.Ledger.Hold(claim.Key, invocation.Holder, progress, again, Now, cancel).ConfigureAwait(false)) : null;

    public async Task<string?> Finish(Progress progress, ImmutableArray<Remediations.CallMade> calls, CancellationToken cancel) =>
        isRecorded ? Problem(await world.Ledger.Finish(new(claim, progress, calls, Now), invocation.Holder, cancel).ConfigureAwait(false)) : null;

    public Task GiveBack() => isRecorded ? world.Ledger.Release(claim.Key, invocation.Holder, CancellationToken.None) : Task.CompletedTask;

    private static string? Problem(RecordAnswer answer) => answer switch
    {
        RecordAnswer.Recorded => null,
        RecordAnswer.Lost => TakenOver,
        RecordAnswer.Failed failed => $"the ledger could not be written: {failed.Problem}",
        _ => throw new InvalidOperationException($"unknown answer {answer}"),
    };
}

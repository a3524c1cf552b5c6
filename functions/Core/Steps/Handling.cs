using Remediator.Findings;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>What follows a claim: act and verify, then tell, then record. Runs again where an earlier attempt ended.</summary>
/// <param name="due">What judging came to.</param>
internal sealed class Handling(World world, Invocation invocation, Claim claim, Policy policy, Judgement.Due due)
{
    public async Task<Result> Run(Attempt? earlier, CancellationToken cancel)
    {
        var finished = false;
        try
        {
            var remedy = new Remedy(world, invocation, claim, earlier);
            var progress = await remedy.Run(cancel).ConfigureAwait(false);
            await world.Ledger.Record(claim.Key, invocation.Holder, progress, world.Clock.GetUtcNow(), cancel).ConfigureAwait(false);

            var telling = await Tell(progress, cancel).ConfigureAwait(false);
            progress = telling.Progress;
            ImmutableArray<string> problems = [.. due.Problems, .. Failures(progress), .. telling.Problems];
            finished = problems.IsEmpty;
            await Record(progress, [.. remedy.Calls], finished, cancel).ConfigureAwait(false);
            return new Result.Judged(claim.Change, claim.Plan.Group, progress.Handled, [.. remedy.Calls], progress.ClosedAt) { Problems = problems, Remarks = [.. due.Remarks, .. telling.Remarks] };
        }
        finally
        {
            // Given back also when something unforeseen was thrown: the next delivery takes over at once.
            if (!finished) await world.Ledger.Release(claim.Key, invocation.Holder, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<Telling> Tell(Progress progress, CancellationToken cancel)
    {
        var told = progress.Handled.Where(h => h.Outcome != Outcome.Gone).ToLookup(h => h.Outcome is Outcome.Missing or Outcome.Restored);
        if (told.Count == 0 || (progress.FindingsTold && progress.NoticeTold)) return new(progress, [], []);
        var exposure = due.Exposure ?? await world.Groups.ReadExposure(claim.Plan.Group, cancel).ConfigureAwait(false);
        var report = new Report(claim.Change, claim.Plan.Group, invocation.Partition, [.. told.SelectMany(h => h)], exposure, claim.At, progress.ClosedAt, due.Subject.BlameActor, $"{policy.Source}@{policy.Digest}");
        return await new Teller(world).Tell(report, progress, cancel).ConfigureAwait(false);
    }

    private async Task Record(Progress progress, ImmutableArray<CallMade> calls, bool finished, CancellationToken cancel)
    {
        var now = world.Clock.GetUtcNow();
        if (finished) await world.Ledger.Finish(new Entry(claim, progress, calls, now), invocation.Holder, cancel).ConfigureAwait(false);
        else await world.Ledger.Record(claim.Key, invocation.Holder, progress, now, cancel).ConfigureAwait(false);
    }

    private IEnumerable<string> Failures(Progress progress)
    {
        var toPutBack = claim.Plan.Restorations.SelectMany(r => r.Permissions).ToHashSet();
        foreach (var handled in progress.Handled)
        {
            var what = $"`{handled.Verdict.Permission}` should have been";
            if (handled.Outcome == Outcome.Failed) yield return $"{what} {(handled.Verdict.AsksForTrim ? "cut down" : "revoked")} and was not: {handled.Detail}";
            else if (handled.Outcome == Outcome.Missing && toPutBack.Contains(handled.Verdict.Permission)) yield return $"{what} put back and was not: {handled.Detail}";
        }
    }
}

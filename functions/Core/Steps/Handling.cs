using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Memories;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps.Answering;
using Remediator.Steps.Guarding;

namespace Remediator.Steps;

/// <summary>What follows a claim: act and verify, then tell, then record. Runs again where an earlier attempt ended.</summary>
/// <param name="due">What judging came to.</param>
/// <param name="suspending">What is only taken away for a time.</param>
internal sealed class Handling(World world, Invocation invocation, Claim claim, Policy policy, Judgement.Due due, Guard guard, Suspending suspending)
{
    private readonly Holding _holding = new(world, invocation, claim, guard.IsRecorded);
    private bool _isOver;

    /// <param name="isAmended">The plan is another than the one that was claimed.</param>
    public async Task<Result> Run(bool isAmended, CancellationToken cancel)
    {
        try
        {
            var earlier = (guard.Claim as ClaimAnswer.Granted)?.Earlier;
            // What was held, say, and is done now: whoever takes over has to know that it may have been.
            var isMore = earlier is null ? isAmended && guard.IsRecorded : !claim.Plan.IsWithin(earlier.Claim.Plan);
            if (isMore) await _holding.Amend(earlier?.Claim, cancel).ConfigureAwait(false);
            return await Handle(earlier, cancel).ConfigureAwait(false);
        }
        catch (StoppedException stopped)
        {
            return new Result.Undone(claim.Change) { Problems = [stopped.Message] };
        }
        finally
        {
            // Given back also when something unforeseen was thrown: the next delivery takes over at once.
            if (!_isOver) await _holding.GiveBack().ConfigureAwait(false);
        }
    }

    private async Task<Result> Handle(Attempt? earlier, CancellationToken cancel)
    {
        await BackOff(cancel).ConfigureAwait(false);
        await suspending.Record(earlier is not null, cancel).ConfigureAwait(false);
        var remedy = new Remedy(world, invocation, claim, earlier, _holding);
        var progress = Explained(await remedy.Run(cancel).ConfigureAwait(false));
        var unwritten = await _holding.Note(progress, cancel).ConfigureAwait(false);
        var unsettled = await suspending.Settle(progress, cancel).ConfigureAwait(false);

        var telling = await Tell(progress, earlier is not null, cancel).ConfigureAwait(false);
        progress = telling.Progress;
        ImmutableArray<string> problems = [.. Ledger(unwritten), .. Ledger(unsettled), .. due.Problems, .. Failures(progress), .. telling.Problems];
        problems = [.. problems, .. Ledger(await End(progress, [.. remedy.Calls], problems, cancel).ConfigureAwait(false))];
        if (!guard.StaleMarks.IsEmpty) await world.Books.Tallies.Remove(Fight.Tally(claim.Plan.Group), guard.StaleMarks, cancel).ConfigureAwait(false);
        if (progress.Handled.IsEmpty && problems.IsEmpty) return new Result.Benign(claim.Change, 0, 0) { Remarks = due.Remarks };
        return new Result.Judged(claim.Change, claim.Plan.Group, progress.Handled, [.. remedy.Calls], progress.ClosedAt)
        {
            Problems = [.. problems.Distinct()],
            Remarks = [.. due.Remarks, .. telling.Remarks],
            FindingsFailed = telling.FindingsFailed,
            NoticesFailed = telling.NoticesFailed,
        };
    }

    /// <summary>Against whoever may not change the group revokes go on, and leave EC2 some air.</summary>
    private async Task BackOff(CancellationToken cancel)
    {
        var pause = guard.Fights.Values.Where(f => !f.IsPipeline).Select(f => f.Pause).DefaultIfEmpty(TimeSpan.Zero).Max();
        if (pause > TimeSpan.Zero && world.Clock.GetUtcNow() + pause < invocation.ActUntil) await Task.Delay(pause, world.Clock, cancel).ConfigureAwait(false);
    }

    /// <summary>A fight that has just become one is said where people read what was done.</summary>
    private Progress Explained(Progress progress) => progress with
    {
        Handled = [.. progress.Handled.Select(h => guard.Fights.TryGetValue(h.Verdict.Permission, out var fight) && !fight.IsPipeline ? h with { Detail = Pieces.Join(h.Detail, fight.Words) } : h)],
    };

    private async Task<Telling> Tell(Progress progress, bool isAgain, CancellationToken cancel)
    {
        var told = progress.Handled.Where(h => h.Outcome != Outcome.Gone && !due.IsTold(h)).ToLookup(h => h.Outcome is Outcome.Missing or Outcome.Restored);
        if (told.Count == 0 || (progress.FindingsTold && progress.NoticeTold)) return new(progress, [], []);
        var exposure = due.Exposure ?? await world.Groups.ReadExposure(claim.Plan.Group, cancel).ConfigureAwait(false);
        var report = new Report(claim.Change, claim.Plan.Group, invocation.Partition, [.. told.SelectMany(h => h)], exposure, claim.At, progress.ClosedAt, due.Subject.BlameActor, $"{policy.Source}@{policy.Digest}")
        {
            JudgedAgainAt = guard.IsRecorded && progress.Handled.Any(h => h.Outcome == Outcome.Held) ? guard.Again(world.Clock.GetUtcNow()) : null,
            Threat = claim.Threat,
            Openings = claim.Threat is null ? ImmutableDictionary<Permission, Opening>.Empty : await new Openings(world.Books.Notebook).Of(claim.Plan.Group, [.. told.SelectMany(h => h).Select(h => h.Verdict.Permission)], cancel).ConfigureAwait(false),
            SuspendedUntil = suspending.Until,
            Remarks = claim.Threat is null ? [] : due.Remarks,
            Fights = [.. guard.Fights.Where(f => f.Value.IsNew).Select(f => f.Key)],
        };
        return await new Teller(world, invocation, policy.Notices).Tell(report, progress, isAgain, cancel).ConfigureAwait(false);
    }

    /// <summary>What is held is not over, and comes again by itself; what failed is thrown, and comes again as an event.</summary>
    private async Task<string?> End(Progress progress, ImmutableArray<CallMade> calls, ImmutableArray<string> problems, CancellationToken cancel)
    {
        if (!problems.IsEmpty) return await _holding.Note(progress, cancel).ConfigureAwait(false);
        var isHeld = progress.Handled.Any(h => h.Outcome == Outcome.Held);
        var unwritten = isHeld
            ? await _holding.Hold(progress, guard.Again(world.Clock.GetUtcNow()), cancel).ConfigureAwait(false)
            : await _holding.Finish(progress, calls, cancel).ConfigureAwait(false);
        _isOver = unwritten is null;
        return unwritten;
    }

    private IEnumerable<string> Ledger(string? unwritten) => new[] { unwritten, guard.LedgerProblem is { } problem ? $"the ledger could not be read: {problem}" : null }.OfType<string>();

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

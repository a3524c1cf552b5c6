using Remediator.Findings;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Schedule;

/// <summary>Does what is due of one agreement: foretells its end, ends it, asks for its review.</summary>
/// <remarks>INVARIANT: told first, recorded then. A death in between has the same notice sent again, under the same id; what was
/// recorded was told, or stands in the outbox. Each record is of the next version: whoever changed the agreement meanwhile wins, and the
/// next run looks at it anew.</remarks>
/// <param name="after">Judges what a waiver covered that is over.</param>
/// <param name="whyNotClose">What stands against closing any lease; null for nothing.</param>
/// <param name="mayClose">False: nobody knows whether something stands against it.</param>
internal sealed class AgreementTurns(
    Policy policy, World world, Invocation invocation, Func<Waiver, Invocation, CancellationToken, Task<Result>> after, string? whyNotClose, bool mayClose)
{
    private const string Step = AgreementsStep.Name;

    private DateTimeOffset Now => world.Clock.GetUtcNow();

    /// <param name="what">The agreement in the report's lines.</param>
    public async Task<StepReport> Run(string id, string what, CancellationToken cancel)
    {
        // The list may lag: what is acted on is read again.
        var reading = await world.Books.Agreements.Find(id, cancel).ConfigureAwait(false);
        if (reading.Problem is { } problem) return Alone.Short(Step, $"{what} could not be read: {problem}");
        if (reading.Value is not { } agreement) return new(Step);
        if (Due.Ends(agreement, Now)) return await End(agreement, what, cancel).ConfigureAwait(false);
        var report = new StepReport(Step);
        if (Due.Review(agreement, Now)) return report.And(await Tell(agreement, AgreementTurn.Review, null, agreement with { ReviewToldAt = Now }, what, cancel).ConfigureAwait(false));
        // What stood against closing it at an earlier end is forgotten with that end.
        var foretold = agreement with { ForetoldAt = Now, Lease = agreement.Lease is { } lease ? lease with { Problem = null } : null };
        if (Due.EndsSoon(agreement, Now)) return report.And(await Tell(agreement, AgreementTurn.EndsSoon, null, foretold, what, cancel).ConfigureAwait(false));
        return report;
    }

    private Task<StepReport> End(Agreement agreement, string what, CancellationToken cancel) => agreement.Lease switch
    {
        null => After(agreement, what, cancel),
        // Whoever closed it, or was refused it, knows.
        { State: LeaseState.Closed or LeaseState.Refused } => Write(Ended(agreement), what, "over", cancel),
        _ when !mayClose => Task.FromResult(new StepReport(Step)),
        { } lease when whyNotClose is not null => Overdue(agreement, lease, whyNotClose, what, cancel),
        { } lease => Close(agreement, lease, what, cancel),
    };

    /// <summary>What stood because of the waiver is closed, as the policy has it, before people are told that it is over.</summary>
    private async Task<StepReport> After(Agreement agreement, string what, CancellationToken cancel)
    {
        var result = await after(agreement.Waiver, invocation, cancel).ConfigureAwait(false);
        var report = new StepReport(Step) { Results = result is Result.Benign or Result.Repeated ? [] : [result], Problems = [.. result.Problems.Select(p => $"{what}: {p}")] };
        return result.Problems.IsEmpty ? report.And(await Tell(agreement, AgreementTurn.Ended, null, Ended(agreement), what, cancel).ConfigureAwait(false)) : report;
    }

    /// <summary>Closing is recorded before the call, so that nobody makes the lease longer while its hole is being closed.</summary>
    private async Task<StepReport> Close(Agreement agreement, Lease lease, string what, CancellationToken cancel)
    {
        var begun = lease.State == LeaseState.Closing;
        if (!begun)
        {
            var closing = (agreement with { Lease = lease with { State = LeaseState.Closing } }).Next();
            if (Problem(await world.Books.Agreements.Write(closing, cancel).ConfigureAwait(false), what) is { } problem) return Alone.Short(Step, problem);
            agreement = closing;
        }

        var closer = new LeaseCloser(world, invocation);
        var ending = await closer.Close(agreement.Waiver, lease, begun, cancel).ConfigureAwait(false);
        var report = await Tell(agreement, agreement.Lease!, ending, what, cancel).ConfigureAwait(false);
        return report with { Calls = [.. closer.Calls], Did = closer.Remark is { } remark ? [.. report.Did, $"{what}: {remark}"] : report.Did };
    }

    private Task<StepReport> Tell(Agreement agreement, Lease lease, LeaseEnding ending, string what, CancellationToken cancel) => ending switch
    {
        LeaseEnding.Closed => Tell(agreement, AgreementTurn.Closed, null, Closed(agreement, lease, null), what, cancel),
        LeaseEnding.Gone => Tell(agreement, AgreementTurn.Gone, null, Closed(agreement, lease, null), what, cancel),
        LeaseEnding.Changed changed => Tell(agreement, AgreementTurn.Changed, changed.What, Closed(agreement, lease, changed.What), what, cancel),
        LeaseEnding.Failed failed => Failed(agreement, lease, failed.Problem, what, cancel),
        _ => throw new InvalidOperationException($"unknown ending {ending}"),
    };

    private async Task<StepReport> Failed(Agreement agreement, Lease lease, string problem, string what, CancellationToken cancel)
    {
        var report = await Overdue(agreement, lease, $"{ClosingFailed}: {problem}", what, cancel).ConfigureAwait(false);
        return report with { Problems = [.. report.Problems, $"{what} was not closed: {problem}"] };
    }

    private const string ClosingFailed = "closing it failed";

    /// <summary>Told once for each cause, however often it is tried: the words of a failure may differ from try to try.</summary>
    private async Task<StepReport> Overdue(Agreement agreement, Lease lease, string why, string what, CancellationToken cancel)
    {
        if (lease.Problem is { } told && Cause(told) == Cause(why)) return new(Step) { Did = [$"{what} is overdue: {why}"] };
        var written = agreement with { Lease = lease with { Problem = why } };
        return await Tell(agreement, AgreementTurn.Overdue, why, written, what, cancel).ConfigureAwait(false);
    }

    private static string Cause(string why) => why.Split(':')[0];

    private async Task<StepReport> Tell(Agreement agreement, AgreementTurn turn, string? detail, Agreement written, string what, CancellationToken cancel)
    {
        // An earlier run may have died after it had put the same notice into the outbox.
        var told = await new NoticeTelling(world, policy.Notices, invocation.StopTelling).Tell(AgreementNotice.Of(agreement, turn, detail, Now), isAgain: true, cancel).ConfigureAwait(false);
        var report = new StepReport(Step) { Did = [.. told.Remarks.Select(r => $"{what}: {r}")], Problems = [.. told.Problems.Select(p => $"{what}: {p}")] };
        return told.IsDone ? report.And(await Write(written, what, detail is null ? Word(turn) : $"{Word(turn)}: {detail}", cancel).ConfigureAwait(false)) : report;
    }

    private async Task<StepReport> Write(Agreement written, string what, string did, CancellationToken cancel)
    {
        var answer = await world.Books.Agreements.Write(written.Next(), cancel).ConfigureAwait(false);
        return new(Step) { Did = [$"{what}: {did}"], Problems = Problem(answer, what) is { } problem ? [problem] : [] };
    }

    private Agreement Closed(Agreement agreement, Lease lease, string? problem) =>
        Ended(agreement) with { Lease = lease with { State = LeaseState.Closed, Problem = problem } };

    /// <summary>With the end, the review is asked for as well.</summary>
    private Agreement Ended(Agreement agreement) => agreement with
    {
        EndedAt = Now,
        ReviewToldAt = agreement.ReviewToldAt ?? (agreement.Waiver.ReviewBy is null ? null : Now),
    };

    private static string? Problem(WriteAnswer answer, string what) => answer switch
    {
        WriteAnswer.Written => null,
        WriteAnswer.Conflict => $"{what} was changed by somebody else meanwhile; the next run looks at it again",
        WriteAnswer.Failed failed => $"{what} could not be recorded: {failed.Problem}",
        _ => throw new InvalidOperationException($"unknown answer {answer}"),
    };

    private static string Word(AgreementTurn turn) => turn switch
    {
        AgreementTurn.EndsSoon => "told that it ends soon",
        AgreementTurn.Ended => "ended",
        AgreementTurn.Closed => "closed",
        AgreementTurn.Gone => "found gone",
        AgreementTurn.Changed => "left alone",
        AgreementTurn.Overdue => "told that it is overdue",
        _ => "told that it waits for a review",
    };
}

using Remediator.Containment;
using Remediator.Findings;
using Remediator.Measures;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>Does what is due of one measure: takes it back, brings to an end what died half way, tells its end.</summary>
/// <remarks>INVARIANT: what is recorded as told was told, or stands in the outbox: told first, recorded then. A death in between has the
/// same notice sent again, under the same id. Each record is of the next version: whoever changed the measure meanwhile wins, and the
/// next run looks at it anew.</remarks>
/// <param name="whyNotEnd">What stands against taking any back; null for nothing. It does not stop what a person began.</param>
/// <param name="mayEnd">False: nobody knows whether something stands against it.</param>
internal sealed class MeasureTurns(Policy policy, Mode ceiling, Defence defence, Invocation invocation, string? whyNotEnd, bool mayEnd)
{
    private const string Step = MeasuresStep.Name;
    private const string EndingFailed = "taking it back failed";

    private DateTimeOffset Now => defence.World.Clock.GetUtcNow();

    /// <param name="what">The measure in the report's lines.</param>
    public async Task<StepReport> Run(string id, string what, CancellationToken cancel)
    {
        // The list may lag: what is acted on is read again.
        var reading = await defence.Measures.Find(id, cancel).ConfigureAwait(false);
        if (reading.Problem is { } problem) return Alone.Short(Step, $"{what} could not be read: {problem}");
        if (reading.Value is not { } measure || !MeasuresStep.IsDue(measure, Now)) return new(Step);
        return measure.State switch
        {
            MeasureState.Ended or MeasureState.Refused => await TellEnd(measure, what, cancel).ConfigureAwait(false),
            MeasureState.Taking when !(measure.Until <= Now) => await Revive(measure, what, cancel).ConfigureAwait(false),
            MeasureState.Ending when measure.EndedBy is not null => await End(measure, what, cancel).ConfigureAwait(false),
            _ when !mayEnd => new(Step),
            _ when whyNotEnd is not null => await Overdue(measure, whyNotEnd, what, cancel).ConfigureAwait(false),
            _ => await End(measure, what, cancel).ConfigureAwait(false),
        };
    }

    private async Task<StepReport> Revive(Measure measure, string what, CancellationToken cancel)
    {
        if (await new MeasureRevival(policy, ceiling, defence, invocation).Run(measure, cancel).ConfigureAwait(false) is not { } report) return new(Step);
        var detail = report.Detail is { } why ? $": {SafeText.Line(why, 400)}" : "";
        return new(Step) { Calls = report.Calls, Problems = report.Problems, Did = report.Problems.IsEmpty ? [$"{what} was left half way, and is {Word(report.Result)}{detail}"] : [] };
    }

    private async Task<StepReport> End(Measure measure, string what, CancellationToken cancel)
    {
        switch (await new MeasureEnding(policy, ceiling, defence, invocation).End(measure, measure.EndedBy, cancel).ConfigureAwait(false))
        {
            case MeasureEnd.Over { Measure.EndedAt: null } over:
                return (await TellEnd(over.Measure, what, cancel).ConfigureAwait(false)) with { Calls = over.Calls };
            case MeasureEnd.Over over:
                return new(Step) { Calls = over.Calls };
            case MeasureEnd.Refused refused:
                return await Failed(refused.Measure, string.Join("; ", refused.Refusals.Select(r => $"{r.What}; {r.Help}")), what, refused.Calls, cancel).ConfigureAwait(false);
            case MeasureEnd.Failed failed:
                return await Failed(failed.Measure, failed.Problem, what, failed.Calls, cancel).ConfigureAwait(false);
            case var other:
                throw new InvalidOperationException($"unknown end {other}");
        }
    }

    private async Task<StepReport> Failed(Measure measure, string problem, string what, ImmutableArray<Remediations.CallMade> calls, CancellationToken cancel)
    {
        var report = await Overdue(measure, $"{EndingFailed}: {problem}", what, cancel).ConfigureAwait(false);
        return report with { Calls = calls, Problems = [.. report.Problems, $"{what} was not taken back: {SafeText.Line(problem, 600)}"] };
    }

    /// <summary>Told once for each cause, however often it is tried: the words of a failure may differ from try to try.</summary>
    private async Task<StepReport> Overdue(Measure measure, string why, string what, CancellationToken cancel)
    {
        if (measure.Problem is { } told && Cause(told) == Cause(why)) return new(Step) { Did = [$"{what} is overdue: {SafeText.Line(why, 600)}"] };
        return await Tell(measure, MeasureTurn.Overdue, why, measure with { Problem = why }, what, cancel).ConfigureAwait(false);
    }

    private static string Cause(string why) => why.Split(':')[0];

    private Task<StepReport> TellEnd(Measure measure, string what, CancellationToken cancel) =>
        Tell(measure, Turn(measure), measure.Problem, measure with { EndedAt = Now.Kept() }, what, cancel);

    /// <summary>What was found otherwise is a matter of its own for what is taken back exactly; what of a suspension is not put back, the
    /// policy says.</summary>
    private static MeasureTurn Turn(Measure measure) => measure switch
    {
        { EndedBy: not null } => MeasureTurn.Undone,
        Suspension or { Problem: null } => MeasureTurn.Ended,
        _ => MeasureTurn.Changed,
    };

    private async Task<StepReport> Tell(Measure measure, MeasureTurn turn, string? detail, Measure written, string what, CancellationToken cancel)
    {
        // An earlier run may have died after it had put the same notice into the outbox.
        var notice = MeasureNotice.Of(measure, turn, detail, Now);
        var told = await new NoticeTelling(defence.World, policy.Notices, invocation.StopTelling).Tell(notice, isAgain: true, cancel).ConfigureAwait(false);
        var report = new StepReport(Step) { Did = [.. told.Remarks.Select(r => $"{what}: {r}")], Problems = [.. told.Problems.Select(p => $"{what}: {p}")] };
        return told.IsDone ? report.And(await Write(written, what, detail is null ? Word(turn) : $"{Word(turn)}: {SafeText.Line(detail, 600)}", cancel).ConfigureAwait(false)) : report;
    }

    private async Task<StepReport> Write(Measure written, string what, string did, CancellationToken cancel)
    {
        var problem = await defence.Measures.WriteSurely(written.Next(), cancel).ConfigureAwait(false) switch
        {
            WriteAnswer.Written => null,
            WriteAnswer.Conflict => $"{what} was changed by somebody else meanwhile; the next run looks at it again",
            WriteAnswer.Failed failed => $"{what} could not be recorded: {failed.Problem}",
            var other => throw new InvalidOperationException($"unknown answer {other}"),
        };
        return new(Step) { Did = [$"{what}: {did}"], Problems = problem is null ? [] : [problem] };
    }

    private static string Word(MeasureResult result) => result switch
    {
        MeasureResult.Taken => "in force now",
        MeasureResult.Observed => "left so",
        _ => "given up",
    };

    private static string Word(MeasureTurn turn) => turn switch
    {
        MeasureTurn.Ended => "ended",
        MeasureTurn.Overdue => "told that it is overdue",
        MeasureTurn.Changed => "left alone",
        _ => "told that a person took it back",
    };
}

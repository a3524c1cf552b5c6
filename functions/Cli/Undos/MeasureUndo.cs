using Remediator.Cli.Grants;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Measures;
using Remediator.Undos;

namespace Remediator.Cli.Undos;

/// <summary><c>remediator undo ID</c> of a measure: an interface gets its groups back, a blocked address is let in again.</summary>
internal sealed class MeasureUndo(UndoRequest request, bool dryRun, IsolationChoices choices, LiveAccount account)
{
    private const string Again = "run the same command again, which goes on where this one stopped";

    private readonly MeasureUndoer _undoer = new(account.Defence, account.Run());
    private readonly MeasureStory _story = new(request.Key, dryRun, account.Clock);

    /// <summary>Null where the id is none of a measure.</summary>
    public async Task<LiveAnswer?> Run(CancellationToken cancel)
    {
        var reading = await _undoer.Find(request.Key, cancel).ConfigureAwait(false);
        if (reading.Problem is { } unread) return _story.Failed(null, Problem.Error(null, $"whether this is a measure could not be read: {SafeText.Line(unread, 600)}", "nothing was changed; run the same command again"));
        return reading.Value is { } measure ? await Run(measure, cancel).ConfigureAwait(false) : null;
    }

    private async Task<LiveAnswer> Run(Measure measure, CancellationToken cancel)
    {
        switch (await _undoer.Look(measure, request, choices, cancel).ConfigureAwait(false))
        {
            case MeasureUndoDecision.Refused refused:
                return _story.Refused(measure, refused.Refusals.ToProblems());
            case MeasureUndoDecision.Unknown unknown:
                return _story.Failed(measure, [.. unknown.Problems.Select(p => Problem.Error(null, SafeText.Line(p, 600), "nothing was changed; run the same command again"))]);
            case MeasureUndoDecision.Planned planned when dryRun:
                return _story.Planned(planned);
            case MeasureUndoDecision.Planned planned:
                return Tell(planned, await _undoer.CarryOut(measure, request, choices, cancel).ConfigureAwait(false));
            case var other:
                throw new InvalidOperationException($"unknown decision {other}");
        }
    }

    private LiveAnswer Tell(MeasureUndoDecision.Planned planned, MeasureEnd end) => end switch
    {
        MeasureEnd.Over over => _story.Done(planned, over.Measure),
        MeasureEnd.Refused refused => _story.Refused(refused.Measure, [.. refused.Refusals.Select(r => Problem.Error(null, r.What, r.Help))]),
        MeasureEnd.Failed failed => _story.Failed(failed.Measure, Problem.Error(null, SafeText.Line(failed.Problem, 600), Again)),
        _ => throw new InvalidOperationException($"unknown end {end}"),
    };
}

using Remediator.Containment;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Measures;

/// <summary>The steps of the record while a measure is taken back: <see cref="MeasureState.Ending"/> before the first call,
/// <see cref="MeasureState.Ended"/> after the last one.</summary>
/// <param name="by">The STS caller who wants it; null when its time is over.</param>
internal sealed class EndingRecord(Means means, string? by)
{
    private const int MostTries = 8;

    /// <summary>Whoever began to take it back is left alone with it for so long; then it died.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>This run began it: what it saw before is not the work of whoever ends it at the same time.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>As it is recorded: begun by this run, by an earlier one, or over. Or why nobody knows.</summary>
    public async Task<(Measure? Begun, string? Problem)> Begin(Measure measure, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (measure.State == MeasureState.Ending) return await WaitFor(measure, cancel).ConfigureAwait(false);
            if (measure.State is not (MeasureState.Taking or MeasureState.Standing)) return (measure, null);
            var next = (measure with { State = MeasureState.Ending, EndedBy = by, Problem = null }).Next();
            var answer = await means.Measures.WriteSurely(next, cancel).ConfigureAwait(false);
            IsOurs = answer is WriteAnswer.Written;
            if (IsOurs) return (next, null);
            if (answer is WriteAnswer.Failed failed) return (null, $"that it is being taken back could not be recorded: {failed.Problem}");
            var reading = await means.Measures.Find(measure.Id, cancel).ConfigureAwait(false);
            if (reading.Value is null) return (null, $"its record could not be read: {reading.Problem ?? "there is none"}");
            measure = reading.Value;
        }

        return (null, "somebody else changes its record again and again");
    }

    /// <summary>Two who remove the same entry could remove another one that took its number in between.</summary>
    private async Task<(Measure? Begun, string? Problem)> WaitFor(Measure begun, CancellationToken cancel)
    {
        var until = means.Now + Patience;
        for (var tries = 0; begun.State == MeasureState.Ending && await means.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false); tries++)
        {
            var reading = await means.Measures.Find(begun.Id, cancel).ConfigureAwait(false);
            if (reading.Value is null) return (null, $"its record could not be read: {reading.Problem ?? "there is none"}");
            begun = reading.Value;
        }

        return (begun, null);
    }

    /// <param name="begun">With whatever its end changed of it.</param>
    /// <param name="found">What was found otherwise; null for nothing.</param>
    public async Task<MeasureEnd> Finish(Measure begun, string? found, CancellationToken cancel)
    {
        var ended = (begun with { State = MeasureState.Ended, EndedBy = begun.EndedBy ?? by, Problem = found }).Next();
        var answer = await means.Measures.WriteSurely(ended, cancel).ConfigureAwait(false);
        if (answer is WriteAnswer.Written) return new MeasureEnd.Over(ended) { Calls = means.Calls };
        // Another run came to the same end.
        var reading = await means.Measures.Find(begun.Id, cancel).ConfigureAwait(false);
        if (reading.Value is { State: MeasureState.Ended } over) return new MeasureEnd.Over(over) { Calls = means.Calls };
        return Failed(reading.Value ?? begun, $"it was taken back, and that could not be recorded: {(answer as WriteAnswer.Failed)?.Problem ?? reading.Problem ?? "somebody else changed its record"}");
    }

    public MeasureEnd.Failed Failed(Measure measure, string problem) => new(measure, problem) { Calls = means.Calls };
}

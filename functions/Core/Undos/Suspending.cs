using Remediator.Containment;
using Remediator.Findings;
using Remediator.Measures;
using Remediator.Ports;

namespace Remediator.Undos;

/// <summary>The suspension of what an entry took away: whoever undoes the entry ends it, and the schedule puts nothing back after.</summary>
internal static class Suspending
{
    private const int MostTries = 5;

    /// <summary>What a person should know of it; null where the entry has none that still runs.</summary>
    public static async Task<string?> Remark(this IMeasures measures, string key, CancellationToken cancel)
    {
        var reading = await measures.Find(key, cancel).ConfigureAwait(false);
        if (reading.Problem is { } problem) return $"whether this was a suspension, which ends with it, could not be read: {problem}";
        return reading.Value is Suspension { Until: { } until } suspension && Runs(suspension) ? $"it was suspended until {TimeText.Of(until)}: that ends with this" : null;
    }

    /// <summary>Null when none runs any more; else why it may.</summary>
    public static async Task<string?> EndOf(this IMeasures measures, string key, string by, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var reading = await measures.Find(key, cancel).ConfigureAwait(false);
            if (reading.Problem is { } problem) return $"all was done, and whether it was suspended could not be read: {problem}";
            if (reading.Value is not Suspension suspension || !Runs(suspension)) return null;
            var ended = (suspension with { State = MeasureState.Ended, EndedBy = by, Problem = null }).Next();
            var answer = await measures.WriteSurely(ended, cancel).ConfigureAwait(false);
            if (answer is WriteAnswer.Written) return null;
            if (answer is WriteAnswer.Failed failed) return $"all was done, and the suspension does not say so yet: {failed.Problem}";
        }

        return "all was done, and the suspension does not say so yet: somebody else changes it again and again";
    }

    private static bool Runs(Suspension suspension) => suspension.State is MeasureState.Taking or MeasureState.Standing or MeasureState.Ending;
}

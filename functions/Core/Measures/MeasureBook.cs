using Remediator.Containment;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Measures;

/// <summary>Reads and writes the records of measures so that a lost answer is no lost write.</summary>
internal static class MeasureBook
{
    private const int MostTries = 3;

    /// <summary>Nobody takes the same measure for the same finding more often.</summary>
    private const int MostGenerations = 200;

    /// <summary>The latest measure of this kind for this finding and target, null where there is none; the id of the next one; and
    /// why that is not known.</summary>
    public static async Task<(Measure? Latest, string NextId, string? Problem)> Latest(this IMeasures measures, Cause cause, string kind, string target, CancellationToken cancel)
    {
        Measure? latest = null;
        for (var generation = 1; generation <= MostGenerations; generation++)
        {
            var id = cause.MeasureId(kind, target, generation);
            var reading = await measures.Find(id, cancel).ConfigureAwait(false);
            if (reading.Problem is { } problem) return (null, id, $"what was done about it before could not be read: {problem}");
            if (reading.Value is null) return (latest, id, null);
            latest = reading.Value;
        }

        return (latest, "", $"this was done and undone {MostGenerations} times before");
    }

    /// <summary>As <see cref="IMeasures.Write"/>; where nobody knows whether it was written, a read tells, and it is written again where
    /// it was not. A conflict with our own earlier try is none.</summary>
    public static async Task<WriteAnswer> WriteSurely(this IMeasures measures, Measure measure, CancellationToken cancel)
    {
        WriteAnswer answer = new WriteAnswer.Conflict();
        for (var tries = 0; tries < MostTries; tries++)
        {
            answer = await measures.Write(measure, cancel).ConfigureAwait(false);
            if (answer is WriteAnswer.Written || (answer is WriteAnswer.Conflict && tries == 0)) return answer;
            var kept = await measures.Find(measure.Id, cancel).ConfigureAwait(false);
            if (!kept.Succeeded) return answer;
            if (kept.Value is { } there && IsSame(there, measure)) return WriteAnswer.Ok;
            if (kept.Value?.Version >= measure.Version) return new WriteAnswer.Conflict();
        }

        return answer;
    }

    /// <summary>What the ledger keeps of a time.</summary>
    public static DateTimeOffset Kept(this DateTimeOffset time) => TimeText.Milliseconds(time);

    /// <summary>By what a write of ours changes.</summary>
    private static bool IsSame(Measure one, Measure other) =>
        (one.Version, one.State, one.Problem, one.EndedBy, one.EndedAt, one.At, one.Until) == (other.Version, other.State, other.Problem, other.EndedBy, other.EndedAt, other.At, other.Until)
        && one.Cause == other.Cause
        && (one, other) switch
        {
            (Isolation a, Isolation b) => a.QuarantineId == b.QuarantineId && a.CutsConnections == b.CutsConnections && GroupSets.AreSame(a.Groups, b.Groups),
            (AclBlock a, AclBlock b) => a.Number == b.Number,
            (Suspension a, Suspension b) => a.Permissions.SequenceEqual(b.Permissions),
            _ => false,
        };
}

using System.Globalization;
using Remediator.Containment;
using Remediator.Threats;

namespace Remediator.Findings;

/// <summary>What the reader of a notice on a threat does now.</summary>
internal static class ThreatNext
{
    private const int MostCommands = 3;

    public static IEnumerable<string> Lines(ThreatReport report, ImmutableArray<MeasureReport> measures)
    {
        yield return report.Threat.Role == ThreatRole.Actor
            ? "The resource itself does this: treat it as taken over, and look at what runs on it."
            : "Look whether the attack got through: logins, processes, and what the resource talks to now.";
        if (measures.Any(m => m.Result == MeasureResult.Failed)) yield return "What failed is tried again with the finding. Do not wait for that: look, and finish it by hand.";
        if (measures.IsEmpty && report.Handled.IsEmpty) yield return "Nothing was changed. What else may be done by itself stands under `threats` in the policy.";
        foreach (var line in Connections(measures)) yield return line;
        foreach (var line in Undo(measures)) yield return line;
    }

    /// <summary>What goes on in spite of a measure, and what would end it.
    /// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html</summary>
    private static IEnumerable<string> Connections(ImmutableArray<MeasureReport> measures)
    {
        var taken = measures.Where(m => m.Result == MeasureResult.Taken).ToList();
        if (taken.Any(m => m.Measure is Isolation { CutsConnections: false }))
            yield return "Connections made before the isolation may go on: a move to another group does not cut what is tracked. A network ACL deny does, so does a stop of the instance, and so does `cut-connections` under `threats` in the policy.";
        if (taken.Any(m => m is { Measure: Isolation { CutsConnections: true }, Detail: null })) yield return "Connections made before the isolation were cut.";
        if (taken.Any(m => m is { Measure: Isolation { CutsConnections: true }, Detail: not null })) yield return "Whether connections made before the isolation were cut stands above.";
        if (taken.Any(m => m.Measure is AclBlock)) yield return "A network ACL has no memory: connections of a blocked address are cut.";
    }

    private static IEnumerable<string> Undo(ImmutableArray<MeasureReport> measures)
    {
        // Of what failed, some may have been done: what is recorded can be taken back all the same.
        var standing = measures.Where(m => m is { Result: MeasureResult.Taken or MeasureResult.Known or MeasureResult.Failed, Measure: { EndedAt: null, State: not MeasureState.Ended } }).ToList();
        foreach (var report in standing.Take(MostCommands))
        {
            yield return $"To take it back ({MeasureText.Noun(report.Measure!)} of {MeasureText.What(report.Measure!)}):";
            yield return MeasureText.Undo(report.Measure!);
        }

        if (standing.Count > MostCommands) yield return string.Create(CultureInfo.InvariantCulture, $"The other {standing.Count - MostCommands} likewise, each by its measure's id below.");
    }
}

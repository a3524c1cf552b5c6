using System.Globalization;
using Remediator.Changes;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Threats;
using Remediator.Verdicts;

namespace Remediator.Steps.Answering;

/// <summary>What people were told of a finding in its earlier states: GuardDuty sends the same finding again every few minutes or hours,
/// and nobody is told again of doors, severity and ports that they know of.</summary>
/// <param name="Marks">One for each thing that was told, with the severity and the ports that the finding then had.</param>
public sealed record ToldMarks(ImmutableHashSet<string> Marks)
{
    public static readonly ToldMarks Nothing = new([]);

    /// <summary>GuardDuty keeps a finding so long. https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings.html</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Nothing where it cannot be read: people are then told once more.</summary>
    public static async Task<ToldMarks> Read(ITallies tallies, Threat threat, DateTimeOffset now, CancellationToken cancel) =>
        await tallies.Add(Tally(threat), [], null, now + Kept, cancel).ConfigureAwait(false) is TallyAnswer.Added added ? new(added.All) : Nothing;

    /// <summary>A mark that cannot be written costs a second notice, and nothing else.</summary>
    public static Task Write(ITallies tallies, Threat threat, IEnumerable<string> marks, DateTimeOffset now, CancellationToken cancel) =>
        marks.ToImmutableHashSet() is { IsEmpty: false } all ? tallies.Add(Tally(threat), all, null, now + Kept, cancel) : Task.CompletedTask;

    /// <summary>One for each finding of Security Hub that tells of the door. Whether it is acted on makes a difference: what was told as
    /// left open and could not be closed later is something new.</summary>
    public static IEnumerable<string> OfDoor(Threat threat, GroupKey group, Verdict verdict) =>
        FindingId.All(group, new(verdict, Outcome.Told)).Select(id => Mark(threat, id, verdict.AsksToAct ? "act" : "tell"));

    /// <summary>The finding's own notice, by what it says.</summary>
    public static string OfNotice(Threat threat, IEnumerable<string> said) => Mark(threat, [.. said.Prepend("notice")]);

    /// <summary>The ids of those findings of this door that people know of.</summary>
    public IEnumerable<string> Known(Threat threat, GroupKey group, Verdict verdict) =>
        FindingId.All(group, new(verdict, Outcome.Told)).Zip(OfDoor(threat, group, verdict)).Where(f => Marks.Contains(f.Second)).Select(f => f.First);

    private static string Tally(Threat threat) => $"threat/{threat.Account}/{threat.Region}/{StableHash.Of(threat.Id)}";

    private static string Mark(Threat threat, params string[] what) => StableHash.Of(
        [.. what, threat.Severity.ToString("R", CultureInfo.InvariantCulture), string.Join(',', Cause.Of(threat).Ports.Select(p => p.ToString(CultureInfo.InvariantCulture)))]);
}

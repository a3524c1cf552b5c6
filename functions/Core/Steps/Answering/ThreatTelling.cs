using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Threats;

namespace Remediator.Steps.Answering;

/// <summary>Tells people of a finding where no group's own notice does, or where measures were asked for; and remembers what was told, so
/// that the finding's next states say only what is new.</summary>
internal sealed class ThreatTelling(Policy policy, World world, Invocation invocation, Threat threat, ToldMarks before)
{
    /// <param name="isWhole">Everything that may be read at all was; else what let it in may be found when the event comes again.</param>
    public async Task<Told> Run(Result.Answered result, ImmutableArray<string> remarks, bool isWhole, CancellationToken cancel)
    {
        var judged = result.Groups.OfType<Result.Judged>().Where(j => !j.Handled.IsEmpty).ToList();
        ImmutableArray<(GroupKey Group, string NoticeId)> told = [.. judged.Where(IsTold).Select(j => (j.Group, j.Change.KeyIn(j.Group)))];
        var report = new ThreatReport(threat, result.Measures, told, told.IsEmpty ? WhyNothingNew(result) : null, remarks, $"{policy.Source}@{policy.Digest}");
        var mark = ToldMarks.OfNotice(threat, Said(report with { WhyNothing = result.WhyNothing }));
        var isNew = report.Measures.Any(m => m.Result != MeasureResult.Known) || (result.WhyNothing is not null && isWhole && !report.Measures.Any(Stands));
        var isDue = isNew && !before.Marks.Contains(mark);
        var sent = isDue ? await new NoticeTelling(world, policy.Notices, invocation.StopTelling).Tell(ThreatNotice.Of(report), true, cancel).ConfigureAwait(false) : Told.Done;
        IEnumerable<string> marks = isDue && sent.IsDone ? [mark] : [];
        await ToldMarks.Write(world.Books.Tallies, threat, marks.Concat(judged.Where(j => j.Problems.IsEmpty).SelectMany(Doors)), world.Clock.GetUtcNow(), cancel).ConfigureAwait(false);
        return sent;
    }

    private static string WhyNothingNew(Result.Answered result) => result.WhyNothing
        ?? (result.Groups.Any(g => !g.Problems.IsEmpty) ? "what let it in could not be dealt with yet" : "what let it in is known, and nothing new came of it");

    /// <summary>What an earlier state of the finding led to answers this one as well.</summary>
    private static bool Stands(MeasureReport report) => report is { Result: MeasureResult.Known, Measure: { EndedAt: null } };

    /// <summary>By a notice of its own for this state of the finding.</summary>
    private bool IsTold(Result.Judged judged) => judged.Handled.Any(h => h.Outcome is Outcome.Revoked or Outcome.Trimmed or Outcome.OpenedAgain
        || (h.Outcome != Outcome.Gone && !before.Marks.IsSupersetOf(ToldMarks.OfDoor(threat, judged.Group, h.Verdict))));

    private IEnumerable<string> Doors(Result.Judged judged) =>
        judged.Handled.Where(h => h.Outcome != Outcome.Gone).SelectMany(h => ToldMarks.OfDoor(threat, judged.Group, h.Verdict));

    /// <summary>What stands since an earlier state is as good as what was done for it. Which groups have a notice of their own is said
    /// there; and what is not as the finding says may be so by our own measures.</summary>
    private static IEnumerable<string> Said(ThreatReport report) =>
    [
        report.WhyNothing ?? "",
        .. report.Measures.SelectMany(m => new[] { m.What, (m.Result == MeasureResult.Known ? MeasureResult.Taken : m.Result).ToString(), m.Result == MeasureResult.Known ? "" : m.Detail ?? "" }),
        .. report.Measures.IsEmpty ? report.Remarks : [],
    ];
}

using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>What the reader does now, and how to get an exception in a legitimate way.</summary>
internal static class NoticeNext
{
    private const int MostCommands = 3;

    public static IEnumerable<string> Lines(Report report, ImmutableArray<Handled> told)
    {
        var failed = told.Where(h => h.Outcome == Outcome.Failed).ToList();
        if (failed.Count > 0)
        {
            yield return "It may still be open. Look, and remove it by hand now:";
            foreach (var command in failed.Take(MostCommands).Select(h => RevokeCommand.Of(report.Group, h.Verdict.Permission)).OfType<string>())
                yield return command;
        }

        if (failed.Any(h => TrimText.IsTrim(h.Verdict))) yield return "What nobody forbids of it stands above: authorize that first.";
        foreach (var line in Held(report, told)) yield return line;
        if (told.Any(h => h.Outcome == Outcome.OpenedAgain)) yield return "Opened again after it was closed: that is a new event, judged by itself. Talk to whoever does it.";
        foreach (var line in Left(report, told)) yield return line;
        if (told.Any(IsTaken))
            foreach (var line in Connections(report)) yield return line;
        foreach (var line in DoorText.IsOne(report) ? NoticeAttack.Undo(report, told) : Undo(report, told)) yield return line;
        foreach (var line in Missing(report)) yield return line;
        foreach (var line in Exception(report, told)) yield return line;
    }

    private static bool IsTaken(Handled handled) => handled.Outcome is Outcome.Revoked or Outcome.OpenedAgain or Outcome.Trimmed;

    private static IEnumerable<string> Left(Report report, ImmutableArray<Handled> told)
    {
        if (DoorText.IsOne(report)) return NoticeAttack.Left(report, told);
        return told.Any(h => h.Outcome is Outcome.Observed or Outcome.Told) ? ["What was left open stays open until somebody removes it."] : [];
    }

    private static IEnumerable<string> Connections(Report report) => DoorText.IsOne(report)
        ? NoticeAttack.Connections(report)
        : ["Connections made while it was open go on: removing a permission does not cut them.", "A network ACL deny does."];

    /// <summary>Held in the ledger: it comes again by itself, and can be let go by hand. Held in words only, it comes again with the event.</summary>
    private static IEnumerable<string> Held(Report report, ImmutableArray<Handled> told)
    {
        if (told.All(h => h.Outcome != Outcome.Held)) yield break;
        if (report.JudgedAgainAt is not { } again)
        {
            yield return "What was held back is judged again when the event is delivered again.";
            yield break;
        }

        yield return $"What was held back is judged again at {TimeText.Of(again)}. To let it go now:";
        yield return $"remediator release {report.Key}";
    }

    private static IEnumerable<string> Undo(Report report, ImmutableArray<Handled> told)
    {
        var isTaken = told.Any(IsTaken);
        if (!isTaken && report.Lacks.All(l => l.Outcome != Outcome.Restored)) yield break;
        yield return isTaken ? "Was it right as it was? Put it back, for 8 hours:" : "Was it right to be gone? Take it away again:";
        yield return $"remediator undo {report.Key}";
    }

    private static IEnumerable<string> Missing(Report report)
    {
        if (report.Lacks.Any(l => l.Outcome == Outcome.Missing)) yield return "What is missing stays so until somebody puts it back.";
        var baselines = report.Lacks.Where(l => l.Kind == RuleKind.Baseline).Select(l => SafeText.Line(l.RuleId, 64)).Distinct(StringComparer.Ordinal).ToList();
        if (baselines.Count == 0) yield break;
        yield return "Is it not needed any more? Ask the security team to take its entry";
        yield return $"out of baseline {Listed(baselines)} of {SafeText.Line(report.Policy, 200)}.";
    }

    /// <summary>One way out for each kind of rule, the strongest kind first.</summary>
    private static IEnumerable<string> Exception(Report report, ImmutableArray<Handled> told)
    {
        if (told.Where(IsTaken).Select(h => LeaseCommand.Of(report, h.Verdict)).OfType<string>().FirstOrDefault() is { } lease)
        {
            yield return "Is the access needed for a while? Open it yourself, with an end:";
            yield return lease;
        }

        foreach (var kind in NoticeWhy.Reasons(told).Where(r => r.Rule.Kind != RuleKind.Threat).GroupBy(r => r.Rule.Kind).OrderByDescending(g => g.Key))
        {
            var rules = kind.Select(r => RuleText.Id(r.Rule)).ToList();
            yield return RuleText.Question(kind.Key);
            yield return $"{RuleText.Where(kind.Key, rules.Count)} {Listed(rules)} of {SafeText.Line(report.Policy, 200)}.";
        }

        if (told.Any(h => IsTaken(h) && h.Verdict.Decision == Decision.Violation && !DoorText.IsSuspended(h)))
            yield return "Opening it again by hand only closes it again.";
    }

    private static string Listed(List<string> ids) =>
        string.Join(", ", ids.Take(NoticeWhat.MostListed)) + (NoticeWhat.More(ids.Count, "rule") is { } rest ? $" {rest}" : "");
}

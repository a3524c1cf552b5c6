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

        if (told.Any(h => h.Outcome == Outcome.OpenedAgain)) yield return "Opened again after it was closed: that is a new event, judged by itself. Talk to whoever does it.";
        if (told.Any(h => h.Outcome is Outcome.Observed or Outcome.Told)) yield return "What was left open stays open until somebody removes it.";
        if (told.Any(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain))
        {
            yield return "Connections made while it was open go on: removing a permission does not cut them.";
            yield return "A network ACL deny does.";
        }

        foreach (var line in Exception(report, told)) yield return line;
    }

    private static IEnumerable<string> Exception(Report report, ImmutableArray<Handled> told)
    {
        var rules = NoticeWhy.Reasons(told).Select(r => SafeText.Line(r.Rule.Id, 64)).ToList();
        var named = string.Join(", ", rules.Take(NoticeWhat.MostListed));
        var more = NoticeWhat.More(rules.Count, "rule") is { } rest ? $" {rest}" : "";
        yield return "Is the access needed? Ask the security team for an exception (`unless`)";
        yield return $"in {(rules.Count == 1 ? "rule" : "rules")} {named}{more} of {SafeText.Line(report.Policy, 200)}.";
        if (told.Any(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain && h.Verdict.Decision == Decision.Violation))
            yield return "Opening it again by hand only closes it again.";
    }
}

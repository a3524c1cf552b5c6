using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>Who puts back what, and that people have to talk to them: machines do not end this.</summary>
internal static class NoticeFight
{
    public static IEnumerable<string> Lines(Report report)
    {
        foreach (var handled in report.Handled.Where(h => report.Fights.Contains(h.Verdict.Permission)).Take(NoticeWhat.MostListed))
        {
            yield return $"{PermissionText.Of(handled.Verdict.Permission, report.Group)}: {SafeText.Line(handled.Detail, 300)}.";
            yield return handled.Outcome == Outcome.Held
                ? "It is left open until somebody lets it go: two machines must not fight over a firewall."
                : "It is closed each time. Talk to whoever does it.";
        }
    }
}

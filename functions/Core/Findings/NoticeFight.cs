using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>Who puts back what, and that people have to talk to them: machines do not end this.</summary>
internal static class NoticeFight
{
    /// <summary>The most urgent that has just become one; null for none.</summary>
    public static Handled? Of(Report report, ImmutableArray<Handled> told) => told.FirstOrDefault(h => report.Fights.Contains(h.Verdict.Permission));

    public static IEnumerable<string> Lines(Report report, ImmutableArray<Handled> told)
    {
        var fights = told.Where(h => report.Fights.Contains(h.Verdict.Permission)).ToList();
        foreach (var fight in fights.Take(NoticeWhat.MostListed))
        {
            yield return $"{PermissionText.Of(fight.Verdict.Permission, report.Group)}: {SafeText.Line(fight.Detail, 300)}.";
            yield return fight.Outcome == Outcome.Held
                ? "It is left open until somebody lets it go: two machines must not fight over a firewall."
                : "It is closed each time, after a pause. That it is a fight is said once, not each time.";
        }

        if (fights.Count == 0) yield break;
        yield return Blame.IsCertain(report) ? $"Talk to them: {ActorText.Name(report.Change.Actor)}." : "Find out who puts it back, and talk to them.";
    }
}

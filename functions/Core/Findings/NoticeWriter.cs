using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>A report → one notice for one change to one group.</summary>
public static class NoticeWriter
{
    /// <summary>Null when nothing is to tell: all compliant or waived, or gone before us, and nothing is missing. The id comes from event and group, so that a notice
    /// that is sent twice can be known.</summary>
    public static Notice? Write(Report report)
    {
        var told = NoticeOrder.Of(report);
        if (told.IsEmpty && report.Lacks.IsEmpty) return null;
        var id = report.Key;
        return new(id, NoticeSubject.Of(report, told), NoticeBody.Of(report, id, told), Attributes(report, id, told))
        {
            Actor = DoorText.IsOne(report) && report.Threat is { } threat ? AttackLines.Who(threat) : Blame.IsCertain(report) || HappenedText.Of(report.Change, report.Group) is not null ? ActorText.Name(report.Change.Actor) : null,
        };
    }

    /// <summary>For filter policies. Verdict and severity are the worst of all, and a fight is as urgent as what is critical; the outcome is that
    /// of the first thing told.</summary>
    private static ImmutableSortedDictionary<string, string> Attributes(Report report, string id, ImmutableArray<Handled> told)
    {
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        attributes["noticeId"] = id;
        attributes["verdict"] = told.IsEmpty ? "missing" : OutcomeText.Name(told.Max(h => h.Verdict.Decision));
        attributes["outcome"] = OutcomeText.Name(told.IsEmpty ? AbsenceText.Order(report.Lacks)[0].Outcome : told[0].Outcome);
        attributes["severity"] = !report.Fights.IsEmpty ? "critical" : told.Select(h => h.Verdict.Severity).Concat(report.Lacks.Select(l => l.Severity)).Max().ToString().ToLowerInvariant();
        if (!report.Fights.IsEmpty) attributes["escalation"] = "fight";
        attributes["account"] = SafeText.Ascii(report.Group.Account, 64);
        attributes["region"] = SafeText.Ascii(report.Group.Region, 64);
        attributes["groupId"] = SafeText.Ascii(report.Group.GroupId, 64);
        if (report.Threat is { } threat) attributes["findingType"] = ThreatWords.Id(threat.Type.Text);
        return attributes.ToImmutable();
    }
}

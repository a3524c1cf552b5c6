using System.Globalization;
using Remediator.Containment;
using Remediator.Threats;

namespace Remediator.Findings;

/// <summary>The text of a notice on a threat, for a phone: plain, short lines, the most important first.</summary>
/// <remarks>Far below what SNS takes by construction: no list has more than <see cref="NoticeWhat.MostListed"/> entries and every text
/// in it has its own limit.</remarks>
internal static class ThreatBody
{
    private const int MostOfDetail = 300;
    private const int MostInHead = 3;

    public static string Of(ThreatReport report, ImmutableArray<MeasureReport> measures, string noticeId)
    {
        var sections = new[]
        {
            Section(null, Head(report, measures)),
            Section("THE ATTACK", AttackLines.Of(report.Threat)),
            Section("WHAT WAS DONE", Done(measures)),
            Section("GROUPS", Groups(report)),
            Section("BESIDES", Remarks(report)),
            Section("WHAT NOW", ThreatNext.Lines(report, measures)),
            Section("RECORD", Record(report, noticeId)),
        };
        return string.Join("\n\n", sections.OfType<string>()) + "\n";
    }

    /// <summary>Null where there is nothing to say.</summary>
    private static string? Section(string? title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return null;
        return string.Join('\n', title is null ? all : all.Prepend(title));
    }

    private static IEnumerable<string> Head(ThreatReport report, ImmutableArray<MeasureReport> measures)
    {
        foreach (var same in measures.GroupBy(m => m.Result))
        {
            if (same.Count() > MostInHead) yield return $"{Result(same.Key)}: {string.Create(CultureInfo.InvariantCulture, $"{same.Count()} measures")}";
            else foreach (var one in same) yield return $"{Result(same.Key)}: {MeasureWords.All(one)}";
        }

        if (report.Handled.IsEmpty) yield return $"Nothing was closed: {(SafeText.Words(report.WhyNothing, MostOfDetail) is { Length: > 0 } why ? why : "nothing in the finding leads to a group")}";
        yield return $"after {AttackLines.Line(report.Threat)}";
        yield return $"account {SafeText.Ascii(report.Threat.Account, 12)}, {SafeText.Ascii(report.Threat.Region, 32)}";
    }

    private static string Result(MeasureResult result) => result switch
    {
        MeasureResult.Failed => "FAILED",
        MeasureResult.Taken => "Done",
        MeasureResult.Observed => "Would have been done",
        MeasureResult.Declined => "Not done",
        _ => "Known before",
    };

    private static IEnumerable<string> Done(ImmutableArray<MeasureReport> measures)
    {
        foreach (var measure in measures.Take(NoticeWhat.MostListed))
        {
            yield return $"- {MeasureWords.All(measure)}";
            foreach (var line in Details(measure)) yield return $"  {line}";
        }

        if (NoticeWhat.More(measures.Length, "measure") is { } more) yield return more;
    }

    private static IEnumerable<string> Details(MeasureReport report)
    {
        yield return $"{Ending(report)}{(SafeText.Words(report.Detail, MostOfDetail) is { Length: > 0 } detail ? $": {detail}" : "")}";
        if (report.Measure is not { } measure || (report.Result is not (MeasureResult.Taken or MeasureResult.Failed) && !Stands(report))) yield break;
        foreach (var line in MeasureText.Details(measure)) yield return line;
        if (report.Result != MeasureResult.Failed && measure.EndedAt is null) yield return MeasureText.End(measure);
    }

    /// <summary>Of one that was known before, what is said besides is why it is otherwise.</summary>
    private static bool Stands(MeasureReport report) => report is { Result: MeasureResult.Known, Detail: null, Measure: { EndedAt: null } };

    private static string Ending(MeasureReport report) => report.Result switch
    {
        MeasureResult.Taken => "done",
        MeasureResult.Failed => "not done, or nobody knows; it is tried again when the finding comes again",
        MeasureResult.Observed => "only told",
        MeasureResult.Declined => "not done, and not tried again for this state of the finding",
        _ when report.Measure is null => "stands already",
        _ => Stands(report) ? "stands since an earlier state of this finding" : "nothing more was done",
    };

    private static IEnumerable<string> Groups(ThreatReport report)
    {
        foreach (var (group, notice) in report.Handled.Take(NoticeWhat.MostListed)) yield return $"{SafeText.Ascii(group.GroupId, 64)}: told in notice {SafeText.Ascii(notice, 64)}";
        if (NoticeWhat.More(report.Handled.Length, "group") is { } more) yield return more;
    }

    private static IEnumerable<string> Remarks(ThreatReport report)
    {
        foreach (var remark in report.Remarks.Take(NoticeWhat.MostListed).Select(r => SafeText.Words(r, MostOfDetail)).Where(r => r.Length > 0)) yield return $"- {remark}";
        if (NoticeWhat.More(report.Remarks.Length, "remark") is { } more) yield return more;
    }

    private static IEnumerable<string> Record(ThreatReport report, string noticeId)
    {
        foreach (var line in Source(report.Threat)) yield return line;
        foreach (var id in report.Measures.Select(m => m.Measure?.Id).OfType<string>().Take(NoticeWhat.MostListed)) yield return $"measure {SafeText.Ascii(id, 64)}";
        yield return $"answered by {SafeText.Words(report.Policy, 200)}";
        yield return $"notice {noticeId}";
    }

    /// <summary>Where GuardDuty's own finding is.</summary>
    internal static IEnumerable<string> Source(Threat threat)
    {
        yield return $"GuardDuty finding {SafeText.Ascii(threat.Id, 64)} in {SafeText.Ascii(threat.Region, 32)}, as of {TimeText.Of(threat.UpdatedAt)}";
        if (FindingLink.Of(threat) is { } link) yield return link;
    }
}

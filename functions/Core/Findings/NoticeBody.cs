using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>The text of a notice, for a phone: plain, short lines, the most important first.</summary>
/// <remarks>SNS takes 262,144 bytes in all (https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html). Kept by
/// construction: no list has more than <see cref="NoticeWhat.MostListed"/> entries and every text in it has its own limit, so that
/// not even text of four bytes a character reaches 100,000.</remarks>
internal static class NoticeBody
{
    public static string Of(Report report, string noticeId, ImmutableArray<Handled> told)
    {
        var sections = new[]
        {
            Section(null, NoticeHead.Lines(report, told)),
            Section("A FIGHT", NoticeFight.Lines(report, told)),
            Section("THE ATTACK", NoticeAttack.Lines(report)),
            Section("WHO", NoticeWho.Lines(report, told)),
            Section(What(report), NoticeWhat.Lines(report, told)),
            Section("WHAT SHOULD BE THERE", NoticeMissing.Lines(report)),
            Section("WHY IT IS TOLD", NoticeWhy.Lines(report, told)),
            Section("WHAT NOW", NoticeNext.Lines(report, told)),
            Section("BESIDES", NoticeAttack.Remarks(report)),
            Section("ATTACHED", NoticeAttached.Lines(report)),
            Section("RECORD", Record(report, noticeId)),
        };
        return string.Join("\n\n", sections.OfType<string>()) + "\n";
    }

    private static string What(Report report) => Blame.IsCertain(report) ? "WHAT WAS OPENED" : DoorText.IsOne(report) ? "WHAT LET IT IN" : "WHAT WAS FOUND OPEN";

    /// <summary>Null where there is nothing to say.</summary>
    private static string? Section(string? title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return null;
        return string.Join('\n', title is null ? all : all.Prepend(title));
    }

    private static IEnumerable<string> Record(Report report, string noticeId)
    {
        if (report.Threat is { } threat) foreach (var line in ThreatBody.Source(threat)) yield return line;
        else yield return $"event {SafeText.Line(report.Change.EventId, 100)}";
        yield return $"judged at {TimeText.Of(report.SeenAt)} by {SafeText.Line(report.Policy, 200)}";
        yield return $"notice {noticeId}";
    }
}

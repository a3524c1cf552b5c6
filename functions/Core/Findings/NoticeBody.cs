using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>The text of a notice, for a phone: plain, short lines, the most important first.</summary>
/// <remarks>SNS takes 262,144 bytes in all (https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html). Kept by
/// construction: no list has more than <see cref="NoticeWhat.MostListed"/> entries and every text in it has its own limit, so that
/// not even text of four bytes a character reaches 100,000.</remarks>
internal static class NoticeBody
{
    public static string Of(Report report, string noticeId, ImmutableArray<Handled> told) => string.Join("\n\n",
        Section(null, NoticeHead.Lines(report, told)),
        Section("WHO", NoticeWho.Lines(report)),
        Section(Blame.IsCertain(report) ? "WHAT WAS OPENED" : "WHAT WAS FOUND OPEN", NoticeWhat.Lines(report, told)),
        Section("WHY IT IS TOLD", NoticeWhy.Lines(told)),
        Section("WHAT NOW", NoticeNext.Lines(report, told)),
        Section("ATTACHED", NoticeAttached.Lines(report)),
        Section("RECORD", Record(report, noticeId))) + "\n";

    private static string Section(string? title, IEnumerable<string> lines) =>
        string.Join('\n', title is null ? lines : lines.Prepend(title));

    private static IEnumerable<string> Record(Report report, string noticeId)
    {
        yield return $"event {SafeText.Line(report.Change.EventId, 100)}";
        yield return $"judged at {TimeText.Of(report.SeenAt)} by {SafeText.Line(report.Policy, 200)}";
        yield return $"notice {noticeId}";
    }
}

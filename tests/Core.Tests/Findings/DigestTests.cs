using System.Globalization;
using System.Text;
using Remediator.Findings;
using Remediator.Policies;
using Remediator.Remediations;

namespace Remediator.Tests.Findings;

public sealed class DigestTests
{
    [Theory]
    [InlineData("2026-03-02T09:15:03Z", 10, "202603020910+10", "2026-03-02T09:20:00Z")]
    [InlineData("2026-03-02T09:10:00Z", 10, "202603020910+10", "2026-03-02T09:20:00Z")]
    [InlineData("2026-03-02T09:19:59.999Z", 10, "202603020910+10", "2026-03-02T09:20:00Z")]
    [InlineData("2026-03-02T23:59:00Z", 1440, "202603020000+1440", "2026-03-03T00:00:00Z")]
    public void A_window_has_a_name_and_an_end_that_every_process_finds(string now, int minutes, string name, string end) =>
        Assert.Equal((name, Time(end)), Digest.Window(Time(now), minutes));

    [Fact]
    public void A_digest_counts_by_outcome_group_and_actor_and_names_every_key()
    {
        ImmutableArray<Notice> notices = [.. Enumerable.Range(0, 25).Select(n => Notice(n, $"sg-{n % 12:x8}"))];
        var digest = DigestWriter.Write(notices);
        Assert.Equal("Remediator digest: 25 notices about 12 groups, high at most", digest.Subject);
        Assert.Contains("WHAT WAS DONE\n25 × revoked, high\n", digest.Body, StringComparison.Ordinal);
        Assert.Contains("\n3 × sg-00000000, account 111122223333, eu-west-1\n", digest.Body, StringComparison.Ordinal);
        Assert.Contains("and 4 more notices", digest.Body, StringComparison.Ordinal);
        Assert.Contains("WHO\n25 × arn:aws:sts::111122223333:assumed-role/Developer/alice\n", digest.Body, StringComparison.Ordinal);
        Assert.All(notices, n => Assert.Contains($"\n{n.Id} revoked on ", digest.Body, StringComparison.Ordinal));
        Assert.Equal(("digest", "high", "several", "111122223333"), (digest.Attributes["outcome"], digest.Attributes["severity"], digest.Attributes["groupId"], digest.Attributes["account"]));
        Assert.Equal(digest.Id, DigestWriter.Write([.. notices.Reverse()]).Id);
    }

    [Fact]
    public void One_notice_is_told_as_it_is() => Assert.Equal(Notice(1, "sg-0a"), DigestWriter.Write([Notice(1, "sg-0a")]), (a, b) => a.Id == b.Id && a.Body == b.Body);

    [Fact]
    public void Ten_thousand_notices_stay_far_below_what_the_service_takes() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(DigestWriter.Write([.. Enumerable.Range(0, 10_000).Select(n => Notice(n, $"sg-{n:x17}"))]).Body), 10_000, 100_000);

    [Theory]
    [InlineData(Outcome.Failed, Severity.Low, true)]
    [InlineData(Outcome.Revoked, Severity.Critical, true)]
    [InlineData(Outcome.Revoked, Severity.High, false)]
    [InlineData(Outcome.Held, Severity.Low, false)]
    public void What_is_critical_or_failed_never_waits_for_a_digest(Outcome outcome, Severity severity, bool expected)
    {
        var handled = Sample.Handle(Sample.Opening("tcp", 25, 25, "0.0.0.0/0", Groups.Direction.Egress), outcome, Mode.Enforce, Sample.Mail with { Severity = severity });
        Assert.Equal(expected, Digest.IsTooUrgent(NoticeWriter.Write(Sample.Report(handled))!));
    }

    private static Notice Notice(int number, string group)
    {
        var handled = Sample.Handle(Sample.Opening("tcp", 25, 25, "0.0.0.0/0", Groups.Direction.Egress), Outcome.Revoked, Mode.Enforce, Sample.Mail);
        var report = Sample.Report(handled);
        return NoticeWriter.Write(report with { Group = Sample.Group with { GroupId = group }, Change = report.Change with { EventId = number.ToString(CultureInfo.InvariantCulture) } })!;
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

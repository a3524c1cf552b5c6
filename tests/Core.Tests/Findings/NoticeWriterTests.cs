using System.Globalization;
using System.Text;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Tests.Findings;

public sealed class NoticeWriterTests
{
    private static readonly Permission Ssh = Sample.Opening("tcp", 22, 22, "0.0.0.0/0");
    private static readonly Rule Any = Sample.Rule("SG002", "nothing-at-all", null, ServiceSet.All, AddressSet.All);

    [Fact]
    public void Nothing_to_tell_is_no_notice()
    {
        Assert.Null(NoticeWriter.Write(Sample.Report()));
        Assert.Null(NoticeWriter.Write(Sample.Report(Sample.Handle(Ssh, Outcome.Gone, Mode.Enforce, Sample.Admin))));
        Assert.Null(NoticeWriter.Write(Sample.Report(Sample.Handle(Ssh, Outcome.Told, Mode.Enforce))));
    }

    [Fact]
    public void What_is_waived_is_told_to_nobody()
    {
        var handled = Sample.Handle(Ssh, Outcome.Told, Mode.Enforce, Sample.Admin);
        var report = Sample.Report(handled with { Verdict = handled.Verdict with { Decision = Decision.Waived } });
        Assert.Null(NoticeWriter.Write(report));
        Assert.Empty(FindingWriter.Opened(report));
    }

    [Fact]
    public void A_permission_that_is_missing_and_the_same_one_that_is_there_are_two_findings()
    {
        var rule = Sample.Admin with { Id = "DB-BASE" };
        var there = Sample.Handle(Ssh, Outcome.Told, Mode.Enforce, rule);
        var findings = FindingWriter.Opened(Sample.Report(there, there with { Outcome = Outcome.Missing }));
        Assert.Equal(2, findings.Select(f => f.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(Outcome.Restored, "put back", "restored")]
    [InlineData(Outcome.Missing, "found missing", "missing")]
    public void What_is_missing_is_a_notice_by_itself(Outcome outcome, string verb, string name)
    {
        var notice = NoticeWriter.Write(Sample.Report(Sample.Handle(Ssh, outcome, Mode.Enforce, Sample.Admin with { Kind = RuleKind.Baseline })));
        Assert.Equal($"Remediator {verb} tcp/22 from 0.0.0.0/0 on sg-0a1b2c3d4e5f60718", notice?.Subject);
        Assert.Equal(("missing", name, "critical"), (notice?.Attributes["verdict"], notice?.Attributes["outcome"], notice?.Attributes["severity"]));
    }

    [Theory]
    [InlineData("tcp", 22, 22, "0.0.0.0/0", Direction.Ingress, "tcp/22 from 0.0.0.0/0")]
    [InlineData("tcp", 20, 25, "203.0.113.7/32", Direction.Egress, "tcp/20-25 to 203.0.113.7/32")]
    [InlineData("tcp", 0, 65535, "::/0", Direction.Ingress, "all tcp from ::/0")]
    [InlineData("udp", -1, -1, "2001:db8::/32", Direction.Ingress, "all udp from 2001:db8::/32")]
    [InlineData("-1", null, null, "0.0.0.0/0", Direction.Egress, "all traffic to 0.0.0.0/0")]
    [InlineData("icmp", -1, -1, "0.0.0.0/0", Direction.Ingress, "all icmp from 0.0.0.0/0")]
    [InlineData("icmp", 8, -1, "0.0.0.0/0", Direction.Ingress, "icmp type 8 from 0.0.0.0/0")]
    [InlineData("icmpv6", 1, 4, "::/0", Direction.Ingress, "icmpv6 type 1 code 4 from ::/0")]
    [InlineData("50", null, null, "198.51.100.0/24", Direction.Ingress, "protocol 50 from 198.51.100.0/24")]
    [InlineData("tcp", 443, 443, "pl-0f1e2d3c", Direction.Egress, "tcp/443 to prefix list pl-0f1e2d3c")]
    [InlineData("tcp", 3306, 3306, "sg-0fffffff", Direction.Ingress, "tcp/3306 from group sg-0fffffff")]
    [InlineData("-1", null, null, "sg-0a1b2c3d4e5f60718", Direction.Ingress, "all traffic from the group itself")]
    public void A_permission_is_said_as_a_person_says_it(string protocol, int? from, int? to, string peer, Direction direction, string expected)
    {
        var notice = NoticeWriter.Write(Sample.Report(Sample.Handle(Sample.Opening(protocol, from, to, peer, direction), Outcome.Revoked, Mode.Enforce, Any)));
        Assert.Equal($"Remediator closed {expected} on sg-0a1b2c3d4e5f60718", notice?.Subject);
        Assert.Contains($"- {expected}\n", notice?.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_comes_first_whatever_the_order_of_the_report()
    {
        Handled[] handled =
        [
            Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin),
            Sample.Handle(Sample.Opening("udp", 53, 53, "::/0"), Outcome.Told, Mode.Enforce, Any),
            Sample.Handle(Sample.Opening("udp", 123, 123, "203.0.113.0/24"), Outcome.Failed, Mode.Enforce, Any),
        ];
        var notice = NoticeWriter.Write(Sample.Report(handled));
        Assert.Equal("Remediator FAILED to close udp/123 from 203.0.113.0/24 and 2 more on sg-0a1b2c3d4e5f60718", notice?.Subject);
        Assert.Equal("failed", notice?.Attributes["outcome"]);
        Assert.Equal("critical", notice?.Attributes["severity"]);
        Assert.Equal(notice?.Body, NoticeWriter.Write(Sample.Report([.. handled.Reverse()]))?.Body);
    }

    [Fact]
    public void The_id_is_that_of_event_and_group()
    {
        var report = Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin));
        var retried = report with { SeenAt = report.SeenAt.AddMinutes(3), Handled = [report.Handled[0] with { Outcome = Outcome.Failed }] };
        Assert.Equal(NoticeWriter.Write(report)?.Id, NoticeWriter.Write(retried)?.Id);
        Assert.NotEqual(NoticeWriter.Write(report)?.Id, NoticeWriter.Write(report with { Change = report.Change with { EventId = "another" } })?.Id);
        Assert.NotEqual(NoticeWriter.Write(report)?.Id, NoticeWriter.Write(report with { Group = Sample.Group with { GroupId = "sg-0b" } })?.Id);
    }

    [Fact]
    public void The_attributes_are_those_that_filter_policies_name()
    {
        var notice = NoticeWriter.Write(Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin)));
        Assert.Equal(["account", "groupId", "noticeId", "outcome", "region", "severity", "verdict"], notice!.Attributes.Keys);
        Assert.Equal(notice.Id, notice.Attributes["noticeId"]);
    }

    [Fact]
    public void A_long_peer_is_cut_before_the_group_is()
    {
        var wide = Enumerable.Range(0, 12).Select(n => Sample.Handle(
            Sample.Opening("tcp", 10_000, 60_000, $"2001:db8:1111:2222:3333:4444:5555:{(0x6660 + n).ToString("x", CultureInfo.InvariantCulture)}/128"), Outcome.OpenedAgain, Mode.Enforce, Any));
        var subject = NoticeWriter.Write(Sample.Report([.. wide]))!.Subject;
        Assert.EndsWith("... and 11 more on sg-0a1b2c3d4e5f60718", subject, StringComparison.Ordinal);
        Assert.InRange(subject.Length, 90, 99);
    }

    [Theory]
    [InlineData(1.0, "all")]
    [InlineData(0.99999994, "more than 99.9%")]
    [InlineData(0.5, "50%")]
    [InlineData(0.1234, "12.3%")]
    [InlineData(0.00394, "0.39%")]
    [InlineData(0.0000001, "less than 0.01%")]
    [InlineData(0.0, "none")]
    public void A_share_is_never_rounded_up(double share, string expected) => Assert.Equal(expected, ExtentText.Percent(share));

    [Theory]
    [InlineData(-3, "about a second")]
    [InlineData(4, "about 4 seconds")]
    [InlineData(300, "about 5 minutes")]
    [InlineData(18_000, "about 5 hours")]
    [InlineData(864_000, "about 10 days")]
    public void A_span_is_told_in_one_unit_and_never_negative(int seconds, string expected) =>
        Assert.Equal(expected, TimeText.Span(Sample.OpenedAt, Sample.OpenedAt.AddSeconds(seconds)));

    [Theory]
    [InlineData("sg-0a;reboot")]
    [InlineData("sg-0a'")]
    [InlineData("sg-0a\u202e")]
    public void No_command_is_offered_that_a_shell_could_read_otherwise(string groupId)
    {
        var notice = NoticeWriter.Write(Sample.Report(Sample.Handle(Ssh, Outcome.Failed, Mode.Enforce, Sample.Admin)) with { Group = Sample.Group with { GroupId = groupId } });
        Assert.DoesNotContain("aws ec2", notice!.Body, StringComparison.Ordinal);
        Assert.Contains("remove it by hand", notice.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "left open; it would have been revoked: the mode is observe")]
    [InlineData("the mode is observe", "left open; it would have been revoked: the mode is observe")]
    [InlineData("the event is late, and what stands there now is not what it opened", "left open; it would have been revoked: the event is late, and what stands there now is not what it opened")]
    public void What_was_held_back_says_why(string? detail, string expected)
    {
        var held = Sample.Handle(Ssh, Outcome.Observed, Mode.Enforce, Sample.Admin) with { Detail = detail };
        Assert.Contains($"\n  {expected}\n", NoticeWriter.Write(Sample.Report(held))!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_event_blames_nobody()
    {
        var notice = NoticeWriter.Write(Stories.All["late-event"]());
        Assert.DoesNotContain("alice", notice!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_permissions_of_the_longest_texts_stay_far_below_what_the_service_takes()
    {
        var emoji = string.Concat(Enumerable.Repeat("👍", 2000));
        var rules = Enumerable.Range(0, 50).Select(n => Any with { Id = $"{n}{emoji}", Name = emoji, Why = emoji, Controls = [.. Enumerable.Range(0, 50).Select(c => $"{c}{emoji}")] }).ToArray();
        var one = Sample.Handle(Sample.Opening("tcp", 1, 1, "0.0.0.0/0", description: emoji), Outcome.Failed, Mode.Enforce, rules) with { Detail = emoji };
        var notice = NoticeWriter.Write(Sample.Report([.. Enumerable.Repeat(one, 1000)]));
        Assert.InRange(Encoding.UTF8.GetByteCount(notice!.Body), 1000, 100_000);
    }
}

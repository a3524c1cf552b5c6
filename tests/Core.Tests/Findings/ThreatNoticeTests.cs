using System.Text.Json;
using Remediator.Containment;
using Remediator.Core.Tests.Network;
using Remediator.Findings;

namespace Remediator.Tests.Findings;

public sealed class ThreatNoticeTests
{
    private static readonly int Seed = Effort.Seed(20_260_302);

    public static TheoryData<string> Names => [.. Attacks.Notices.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notice_reads_as_its_expected_file_says(string name) => StoryTests.Compare(name, NoticeText.Of(Attacks.Notices[name]()));

    [Fact]
    public void Whatever_the_texts_every_limit_is_kept_and_nothing_raw_is_shown()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Effort.Times(150); i++)
        {
            Check(ThreatNotice.Of(OddThreat.Report(random)), $"seed {Seed}, threat {i}");
            Check(MeasureNotice.Of(OddThreat.Measure(random), (MeasureTurn)random.Next(4), OddThreat.Maybe(random), Attacks.SeenAt), $"seed {Seed}, measure {i}");
        }
    }

    [Fact]
    public void Whoever_reads_a_thousand_addresses_reads_five_and_how_many_more()
    {
        var body = ThreatNotice.Of(Attacks.Report with { Threat = Attacks.Probe }).Body;
        Assert.Equal(5, body.Split('\n').Count(l => l.StartsWith("from 198.51.100.", StringComparison.Ordinal)));
        Assert.Contains("and 195 more addresses", body, StringComparison.Ordinal);
        Assert.InRange(body.Length, 500, 3_000);
    }

    [Fact]
    public void A_finding_state_has_one_id_and_another_state_another()
    {
        var id = ThreatNotice.Of(Attacks.Report).Id;
        Assert.Equal(id, ThreatNotice.Of(Attacks.Report with { Measures = [], Remarks = ["more"] }).Id);
        Assert.NotEqual(id, ThreatNotice.Of(Attacks.Report with { Threat = Attacks.BruteForce with { UpdatedAt = Attacks.SeenAt } }).Id);
        Assert.NotEqual(id, ThreatNotice.Of(Attacks.Report with { Threat = Attacks.BruteForce with { Id = "other" } }).Id);
    }

    [Fact]
    public void A_turn_of_a_measure_has_one_id_and_a_new_problem_is_told_anew()
    {
        foreach (var measure in new Measure[] { Attacks.Isolated, Attacks.Blocked, Attacks.Suspended })
        {
            var ids = Enum.GetValues<MeasureTurn>().Select(turn => MeasureNotice.Of(measure, turn, null, Attacks.SeenAt).Id).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.Equal(ids, Enum.GetValues<MeasureTurn>().Select(turn => MeasureNotice.Of(measure.Next(), turn, null, Attacks.SeenAt.AddHours(1)).Id));
            Assert.NotEqual(MeasureNotice.Of(measure, MeasureTurn.Overdue, "one", Attacks.SeenAt).Id, MeasureNotice.Of(measure, MeasureTurn.Overdue, "two", Attacks.SeenAt).Id);
        }
    }

    [Fact]
    public void What_was_taken_is_taken_back_by_the_command_that_the_notice_shows()
    {
        var body = ThreatNotice.Of(Attacks.Report).Body;
        foreach (var report in Attacks.Report.Measures) Assert.Contains($"\nremediator undo {report.Measure!.Id}\n", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MeasureResult.Observed)]
    [InlineData(MeasureResult.Declined)]
    public void What_was_not_taken_has_nothing_to_take_back(MeasureResult result)
    {
        var report = Attacks.Report with { Measures = [new("isolate interface eni-0a", result, null, "why not", [])] };
        var body = ThreatNotice.Of(report).Body;
        Assert.DoesNotContain("remediator undo", body, StringComparison.Ordinal);
        Assert.Contains("why not", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_told_that_something_stands_which_somebody_took_away()
    {
        foreach (var measure in new[] { Attacks.Blocked, Attacks.Blocked with { State = MeasureState.Ended, EndedBy = "bob" } })
        {
            var body = ThreatNotice.Of(Attacks.Report with { Measures = [new("block 203.0.113.9 in acl-0a", MeasureResult.Known, measure, "somebody removed its entry", [])] }).Body;
            Assert.Contains("nothing more was done: somebody removed its entry", body, StringComparison.Ordinal);
            Assert.DoesNotContain("denies everything", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nobody_is_told_that_something_was_put_back_which_was_not()
    {
        var notice = MeasureNotice.Of(Attacks.Suspended, MeasureTurn.Ended, "the group is gone", Attacks.SeenAt);
        Assert.DoesNotContain("put back", notice.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Put back", notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_measure_makes_a_mild_finding_urgent()
    {
        var mild = Attacks.Report with { Threat = Attacks.Probe };
        Assert.Equal("low", ThreatNotice.Of(mild).Attributes["severity"]);
        Assert.Equal("high", ThreatNotice.Of(mild with { Measures = [new("block 203.0.113.9 in acl-0a", MeasureResult.Failed, null, null, [])] }).Attributes["severity"]);
    }

    [Fact]
    public void Attributes_are_those_of_every_notice_and_the_type()
    {
        string[] expected = ["account", "findingType", "noticeId", "outcome", "region", "severity", "verdict"];
        Assert.Equal(expected, ThreatNotice.Of(Attacks.Report).Attributes.Keys);
        Assert.Equal(expected, MeasureNotice.Of(Attacks.Isolated, MeasureTurn.Undone, null, Attacks.SeenAt).Attributes.Keys);
        Assert.Equal([.. expected[..2], "groupId", .. expected[2..]], MeasureNotice.Of(Attacks.Suspended, MeasureTurn.Ended, null, Attacks.SeenAt).Attributes.Keys);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chat_message_keeps_its_limits_and_the_link_to_the_finding(string name)
    {
        var message = JsonDocument.Parse(ChatMessage.Write(Attacks.Notices[name](), "aws")).RootElement.GetProperty("content");
        Assert.InRange(message.GetProperty("description").GetString()!.Length, 1, 8000);
        Assert.Contains($"\nhttps://console.aws.amazon.com/guardduty/home?region=eu-west-1#/findings?search=id%3D{Attacks.FindingId}\n", message.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", message.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()));
        Assert.All(message.GetProperty("nextSteps").EnumerateArray(), s => Assert.InRange(s.GetString()!.Length, 1, 350));
    }

    [Fact]
    public void Of_several_notices_on_threats_a_digest_says_what_they_are_about()
    {
        var digest = DigestWriter.Write([ThreatNotice.Of(Attacks.Report), MeasureNotice.Of(Attacks.Blocked, MeasureTurn.Ended, null, Attacks.SeenAt)]);
        Assert.Contains("taken on UnauthorizedAccess:EC2/SSHBruteForce", digest.Body, StringComparison.Ordinal);
    }

    private static void Check(Notice notice, string where)
    {
        Assert.True(notice.Subject.Length is >= 10 and <= 99 && notice.Subject.All(c => c is >= ' ' and <= '~'), $"{where}: subject `{notice.Subject}`");
        Assert.True(OddText.Problem(notice.Body, lines: true) is null, $"{where}: the body has {OddText.Problem(notice.Body, lines: true)}");
        Assert.True(notice.Body.Length < 20_000, $"{where}: the body has {notice.Body.Length} characters");
        var lines = notice.Body.Split('\n');
        Assert.True(lines.Count(l => l == "WHAT NOW") == 1, $"{where}: a text forges a section");
        Assert.True(lines.All(l => !l.Contains("terminate-instances", StringComparison.Ordinal) || !l.StartsWith("aws", StringComparison.Ordinal)), $"{where}: a text forges a command");
        Assert.True(lines.All(l => !l.Contains("://", StringComparison.Ordinal) || l.StartsWith("https://console.aws.amazon.com/guardduty/", StringComparison.Ordinal)), $"{where}: an address that can be tapped");
        Assert.All(notice.Attributes, a => Assert.True(a.Value.Length <= 256 && a.Value.All(c => c is >= ' ' and <= '~'), $"{where}: attribute {a.Key}"));
    }
}

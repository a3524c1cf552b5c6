using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;

namespace Remediator.Tests.Findings;

public sealed class FindingWriterTests
{
    private static readonly Permission Ssh = Sample.Opening("tcp", 22, 22, "0.0.0.0/0");
    private static readonly Rule Any = Sample.Rule("SG002", "nothing-from-anywhere", null, ServiceSet.All, AddressSet.All);

    public static TheoryData<string> Names => [.. Stories.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_finding_keeps_every_limit_of_the_service(string story) =>
        Assert.All(FindingWriter.Opened(Stories.All[story]()), f => Assert.Empty(AsffLimits.Broken(f)));

    [Fact]
    public void The_id_is_made_of_account_region_group_permission_and_rule()
    {
        var finding = Assert.Single(FindingWriter.Opened(Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin))));
        // Written out: an id that changes with a new release would leave old findings open for ever.
        Assert.Equal("remediator/eu-west-1/111122223333/sg-0a1b2c3d4e5f60718/9c0079c2b8a5824c15432502bb871963/SG001", finding.Id);
        Assert.Equal("arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default", finding.ProductArn);
        Assert.Equal("arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0a1b2c3d4e5f60718", finding.Resource.Arn);
    }

    [Fact]
    public void The_same_hole_has_the_same_id_whoever_opens_it_and_whatever_else_is_told()
    {
        var alone = FindingWriter.Opened(Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin)));
        var described = Ssh with { Description = "again", RuleId = "sgr-0ffffffffffffffff" };
        var other = Sample.Report(
            Sample.Handle(Sample.Opening("tcp", 3389, 3389, "::/0"), Outcome.Told, Mode.Enforce, Any), Sample.Handle(described, Outcome.Failed, Mode.Enforce, Any, Sample.Admin));
        var later = FindingWriter.Opened(other with { SeenAt = other.SeenAt.AddDays(9), Change = other.Change with { EventId = "other" } });
        Assert.Contains(alone[0].Id, later.Select(f => f.Id));
    }

    [Fact]
    public void Each_permission_and_rule_has_its_own_finding_with_the_rules_severity()
    {
        var findings = FindingWriter.Opened(Sample.Report(
            Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin, Any),
            Sample.Handle(Sample.Opening("tcp", 22, 22, "0.0.0.0/0", Direction.Egress), Outcome.Revoked, Mode.Enforce, Any),
            Sample.Handle(Sample.Opening("udp", 22, 22, "0.0.0.0/0"), Outcome.Revoked, Mode.Enforce, Sample.Admin, Any)));
        Assert.Equal(4, findings.Select(f => f.Id).Distinct().Count());
        Assert.Equal(["CRITICAL", "HIGH", "HIGH", "HIGH"], findings.Select(f => f.SeverityLabel));
    }

    [Fact]
    public void One_id_is_told_once()
    {
        var handled = Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin);
        Assert.Single(FindingWriter.Opened(Sample.Report(handled, handled with { Verdict = handled.Verdict with { Permission = Ssh with { RuleId = null } } })));
    }

    [Fact]
    public void What_was_gone_before_us_has_no_finding() =>
        Assert.Empty(FindingWriter.Opened(Sample.Report(Sample.Handle(Ssh, Outcome.Gone, Mode.Enforce, Sample.Admin), Sample.Handle(Ssh, Outcome.Told, Mode.Enforce))));

    [Theory]
    [InlineData(-5000)]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(2500)]
    public void Closed_is_the_same_finding_passed_and_strictly_later(double milliseconds)
    {
        var opened = FindingWriter.Opened(Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin)))[0];
        var closed = FindingWriter.Closed(opened, opened.UpdatedAt.AddMilliseconds(milliseconds));
        Assert.False(opened.Passed);
        Assert.Equal(opened with { Passed = true, UpdatedAt = closed.UpdatedAt }, closed);
        Assert.True(closed.UpdatedAt >= opened.UpdatedAt.AddMilliseconds(Math.Max(1, milliseconds)));
        Assert.Empty(AsffLimits.Broken(closed));
    }

    [Fact]
    public void A_late_event_blames_nobody()
    {
        var report = Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin)) with { BlameActor = false };
        var finding = FindingWriter.Opened(report)[0];
        Assert.DoesNotContain("alice", finding.Description + string.Concat(finding.ProductFields.Values), StringComparison.Ordinal);
        Assert.Equal(finding.UpdatedAt, finding.FirstObservedAt);
    }

    [Fact]
    public void Texts_a_thousand_characters_long_are_cut_and_the_certain_part_stays()
    {
        var rule = Sample.Admin with { Name = new string('n', 1000), Why = new string('w', 5000), Controls = [.. Enumerable.Range(0, 100).Select(n => $"{n}-{new string('c', 200)}")] };
        var report = Sample.Report(Sample.Handle(Ssh with { Description = new string('d', 1000) }, Outcome.Revoked, Mode.Enforce, rule));
        var finding = FindingWriter.Opened(report)[0];
        Assert.Empty(AsffLimits.Broken(finding));
        Assert.Contains("It was revoked, and verified to be gone.", finding.Description, StringComparison.Ordinal);
        Assert.Contains("tcp/22 from 0.0.0.0/0 is forbidden on sg-0a1b2c3d4e5f60718", finding.Title, StringComparison.Ordinal);
        Assert.Equal(32, finding.RelatedRequirements.Length);
    }

    [Theory]
    [InlineData("aws-cn", "cn-north-1")]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    public void Every_arn_has_its_partition(string partition, string region)
    {
        var report = Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin)) with { Partition = partition, Group = Sample.Group with { Region = region } };
        var finding = FindingWriter.Opened(report)[0];
        Assert.StartsWith($"arn:{partition}:securityhub:{region}:", finding.ProductArn, StringComparison.Ordinal);
        Assert.StartsWith($"arn:{partition}:ec2:{region}:", finding.Resource.Arn, StringComparison.Ordinal);
    }
}

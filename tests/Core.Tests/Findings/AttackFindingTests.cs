using Remediator.Findings;

namespace Remediator.Tests.Findings;

public sealed class AttackFindingTests
{
    [Theory]
    [InlineData("aws", "eu-west-1")]
    [InlineData("aws-cn", "cn-north-1")]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    public void A_finding_is_related_to_guarddutys_own_in_its_partition_and_region(string partition, string region)
    {
        var report = AttackStories.All["attack-door-closed"]() with { Partition = partition };
        report = report with { Group = report.Group with { Region = region } };
        Assert.All(FindingWriter.Opened(report), f => Assert.Equal(new($"arn:{partition}:securityhub:{region}::product/aws/guardduty", Attacks.BruteForce.Arn!), f.Related));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("finding/1")]
    [InlineData("arn:aws:guardduty:\u202e")]
    [InlineData("arn:aws:guardduty:https://evil.example")]
    public void What_is_no_arn_is_no_related_finding(string? arn)
    {
        var report = AttackStories.All["attack-door-closed"]();
        Assert.All(FindingWriter.Opened(report with { Threat = report.Threat! with { Arn = arn } }), f => Assert.Null(f.Related));
    }

    [Fact]
    public void An_arn_that_is_too_long_is_no_related_finding() =>
        Assert.All(FindingWriter.Opened(AttackStories.All["attack-door-closed"]() with { Threat = Attacks.BruteForce with { Arn = "arn:" + new string('x', 600) } }), f => Assert.Null(f.Related));

    [Fact]
    public void Nothing_but_an_attack_is_related_to_anything() =>
        Assert.All(Stories.All.Values.Select(story => story()).Where(r => r.Threat is null).SelectMany(r => FindingWriter.Opened(r)), f => Assert.Null(f.Related));

    [Fact]
    public void A_door_whose_opening_was_seen_was_first_observed_then()
    {
        var report = AttackStories.All["attack-door-closed"]();
        Assert.All(FindingWriter.Opened(report), f => Assert.Equal(report.Openings.Values.Single().At, f.FirstObservedAt));
        Assert.All(FindingWriter.Opened(report with { Openings = report.Openings.Clear() }), f => Assert.Equal(f.UpdatedAt, f.FirstObservedAt));
    }

    [Fact]
    public void The_policys_own_finding_keeps_its_id_and_title_whether_a_change_or_an_attack_led_to_it()
    {
        var (changed, attacked) = (FindingWriter.Opened(Stories.All["ssh-closed"]())[0], FindingWriter.Opened(AttackStories.All["attack-door-closed"]())[0]);
        Assert.Equal((changed.Id, changed.Title), (attacked.Id, attacked.Title));
    }

    [Fact]
    public void What_is_suspended_says_until_when_and_how_it_comes_back_in_notice_and_finding()
    {
        var report = AttackStories.All["attack-door-suspended"]();
        var (body, finding) = (NoticeWriter.Write(report)!.Body, Assert.Single(FindingWriter.Opened(report)));
        foreach (var text in new[] { body, finding.RemediationText })
        {
            Assert.Contains("2026-03-03 09:41:12 UTC", text, StringComparison.Ordinal);
            Assert.Contains($"remediator undo {report.Key}", text, StringComparison.Ordinal);
        }

        Assert.Equal("2026-03-03T09:41:12.000Z", finding.ProductFields["remediator/suspendedUntil"]);
        Assert.DoesNotContain("Opening it again by hand only closes it again", body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_policy_allows_is_told_with_the_command_that_closes_it_and_no_exception_to_ask_for()
    {
        var body = NoticeWriter.Write(AttackStories.All["attack-door-allowed"]())!.Body;
        Assert.Contains("aws ec2 revoke-security-group-ingress", body, StringComparison.Ordinal);
        Assert.DoesNotContain("in rule", body, StringComparison.Ordinal);
        Assert.DoesNotContain("remediator undo", body, StringComparison.Ordinal);
    }
}

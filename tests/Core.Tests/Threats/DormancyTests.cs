using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>What is no finding to answer, however it says so; and what only looks like it.</summary>
public sealed class DormancyTests
{
    private const string Info = "detail.service.additionalInfo";

    [Theory]
    [InlineData(Info, """{"sample":true}""")]
    [InlineData(Info, """{"sample":"true"}""")]
    [InlineData(Info, """{"Sample":true}""")]
    [InlineData(Info, """{"type":"default","value":"{\"sample\":true}"}""")]
    [InlineData(Info, """{"type":"default","value":"{\"threatListName\":\"x\",\"sample\":\"true\"}"}""")]
    [InlineData(Info, """{"Value":{"sample":true}}""")]
    [InlineData("detail.title", "\"[SAMPLE] 203.0.113.9 is performing SSH brute force attacks\"")]
    public void A_sample_is_ignored(string path, string json) =>
        Assert.Equal("ignored, because it is a sample finding", Findings.Shown(Findings.With("ssh-brute-force", path, json)));

    [Theory]
    [InlineData(Info, """{"sample":false}""")]
    [InlineData(Info, """{"type":"default","value":"{\"sample\":false}"}""")]
    [InlineData(Info, """{"type":"default","value":"{\"userAgent\":\"\\\"sample\\\":true\"}"}""")]
    [InlineData(Info, """{"type":"default","value":"{\"other\":{\"sample\":true}}"}""")]
    [InlineData(Info, """{"type":"default","value":"sample"}""")]
    [InlineData(Info, """{"type":"default","value":"[true]"}""")]
    [InlineData(Info, null)]
    [InlineData("detail.title", "\"an instance called [SAMPLE] is attacked\"")]
    [InlineData("detail.service.archived", "false")]
    [InlineData("detail.service.archived", null)]
    public void What_is_no_sample_and_not_archived_is_answered(string path, string? json) => Assert.IsType<Threat>(Findings.With("ssh-brute-force", path, json));

    [Theory]
    [InlineData("true")]
    [InlineData("\"true\"")]
    public void What_is_archived_is_ignored_a_suppression_rule_archives_at_once(string json) =>
        Assert.StartsWith("ignored, because it is archived", Findings.Shown(Findings.With("ssh-brute-force", "detail.service.archived", json)), StringComparison.Ordinal);

    [Fact]
    public void A_sample_is_ignored_even_where_nothing_else_can_be_read() =>
        Assert.IsType<Ignored>(ThreatReader.Read("""{"detail-type":"GuardDuty Finding","source":"aws.guardduty","detail":{"type":7,"service":{"additionalInfo":{"sample":true}}}}"""u8.ToArray()));
}

using System.Text;
using System.Text.Json;
using Remediator.Functions.Tests.OnSecurityGroupChange;
using TestPolicies = Remediator.Functions.Tests.OnSecurityGroupChange.Policies;

namespace Remediator.Functions.Tests.OnGuardDutyFinding;

public sealed class AnswerTests
{
    [Fact]
    public async Task The_permission_that_let_the_attacker_in_is_closed_and_no_other()
    {
        using var policy = new TemporaryFile(TestPolicies.ClosesSsh);
        var function = new TestGuard(TestFunction.Enforcing(policy.Path)).Start();
        var lines = await function.Handle(FindingEvents.BruteForce());
        Assert.Equal(["answered", "judged"], lines.Select(line => Text(line, "message")));
        Assert.Equal("ingress tcp/22 0.0.0.0/0", Assert.Single(Assert.Single(function.Groups.Revocations).Permissions).Content);
        Assert.Empty(function.Network.Writes);
    }

    [Fact]
    public async Task The_line_of_a_finding_says_what_GuardDuty_saw_and_the_lines_of_its_groups_what_was_done()
    {
        using var policy = new TemporaryFile(TestPolicies.ClosesSsh);
        var lines = await new TestGuard(TestFunction.Enforcing(policy.Path)).Start().Handle(FindingEvents.BruteForce());
        var (finding, group) = (lines[0], lines[1]);
        Assert.Equal(("Information", "c0ffee00000000000000000000000001", "UnauthorizedAccess:EC2/SSHBruteForce"), (Text(finding, "level"), Text(finding, "findingId"), Text(finding, "findingType")));
        Assert.Equal((8, 4, 1), (finding.GetProperty("findingSeverity").GetInt32(), finding.GetProperty("findingCount").GetInt32(), finding.GetProperty("groups").GetInt32()));
        Assert.Equal(("Target", "Inbound", "203.0.113.9 tcp/22"), (Text(finding, "role"), Text(finding, "direction"), Assert.Single(finding.GetProperty("contacts").EnumerateArray()).GetString()));
        Assert.Equal(("sg-0a", "Revoked"), (Text(group, "groupId"), Text(Assert.Single(group.GetProperty("permissions").EnumerateArray()), "outcome")));
        Assert.StartsWith("guardduty/c0ffee00000000000000000000000001@", Text(group, "eventId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_is_counted_once_and_its_groups_each()
    {
        using var policy = new TemporaryFile(TestPolicies.ClosesSsh);
        var function = new TestGuard(TestFunction.Enforcing(policy.Path)).Start();
        await function.Handle(FindingEvents.BruteForce());
        var (finding, group) = (OneLine.Of(function.Metrics[0]), OneLine.Of(function.Metrics[1]));
        Assert.Equal(2, function.Metrics.Count);
        Assert.Equal((1, 0, "OnGuardDutyFinding"), (finding.GetProperty("Threats").GetInt32(), finding.GetProperty("MeasuresTaken").GetInt32(), Text(finding, "Function")));
        Assert.Equal("c0ffee00000000000000000000000001", Text(finding, "findingId"));
        Assert.Equal(1, group.GetProperty("Revoked").GetInt32());
    }

    [Fact]
    public async Task The_packaged_policy_observes_and_changes_nothing()
    {
        var function = new TestGuard(("REMEDIATOR_MODE", "enforce"), ("REMEDIATOR_LEDGER_TABLE", "memory")).Start();
        await function.Handle(FindingEvents.BruteForce());
        Assert.Empty(function.Groups.Revocations);
        Assert.Empty(function.Network.Writes);
    }

    [Fact]
    public async Task A_sample_and_an_archived_finding_are_ignored_without_a_call()
    {
        using var policy = new TemporaryFile(TestPolicies.ClosesSsh);
        var function = new TestGuard(TestFunction.Enforcing(policy.Path)) { Network = new() { BeforeRead = _ => throw new InvalidOperationException("a call") } }.Start();
        foreach (var payload in new[] { FindingEvents.BruteForce(d => d["service"]!["additionalInfo"]!["value"] = "{\"sample\":true}"), FindingEvents.BruteForce(d => d["service"]!["archived"] = true) })
            Assert.StartsWith("ignored, because it is ", Text(Assert.Single(await function.Handle(payload)), "message"), StringComparison.Ordinal);
        Assert.Empty(function.Groups.Revocations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"detail-type\":\"GuardDuty Finding\",\"source\":\"aws.guardduty\",\"detail\":{}}")]
    public async Task What_cannot_be_read_is_told_with_its_problems_and_thrown(string payload)
    {
        var (lines, thrown) = await new TestGuard().Start().Fail(Encoding.UTF8.GetBytes(payload));
        Assert.Equal(("Error", "not handled"), (Text(Assert.Single(lines), "level"), Text(lines[0], "message")));
        Assert.Equal(thrown, string.Join("; ", lines[0].GetProperty("problems").EnumerateArray().Select(p => p.GetString())));
    }

    [Fact]
    public async Task A_finding_of_another_account_is_thrown_and_named()
    {
        var (_, thrown) = await new TestGuard().Start().Fail(FindingEvents.BruteForce(), arn: "arn:aws:lambda:eu-west-1:444455556666:function:OnGuardDutyFinding");
        Assert.Contains("`111122223333`", thrown, StringComparison.Ordinal);
        Assert.Contains("`444455556666`", thrown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_that_does_not_end_is_given_up_before_the_deadline_and_the_next_delivery_answers()
    {
        using var policy = new TemporaryFile(TestPolicies.ClosesSsh);
        var hangs = true;
        var function = new TestGuard(TestFunction.Enforcing(policy.Path)) { Network = new() { BeforeRead = cancel => hangs ? Task.Delay(Timeout.Infinite, cancel) : Task.CompletedTask } }.Start();
        var (lines, thrown) = await function.Fail(FindingEvents.BruteForce(), TimeSpan.FromSeconds(2));
        Assert.NotEmpty(thrown);
        Assert.Contains("c0ffee00000000000000000000000001", lines[0].GetRawText(), StringComparison.Ordinal);
        Assert.Empty(function.Groups.Revocations);
        hangs = false;
        await function.Handle(FindingEvents.BruteForce());
        Assert.Single(function.Groups.Revocations);
    }

    [Fact]
    public void Wrong_settings_are_refused_all_at_once() =>
        Assert.StartsWith("REMEDIATOR_SECURITY_HUB is `maybe`: expected `on` or `off`; REMEDIATOR_LEDGER_TABLE is not set", new TestGuard(("REMEDIATOR_MODE", "enforce"), ("REMEDIATOR_SECURITY_HUB", "maybe")).Refusal(), StringComparison.Ordinal);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}

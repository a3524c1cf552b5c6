using System.Text;
using System.Text.Json;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

public sealed class HandleTests
{
    [Fact]
    public async Task The_packaged_policy_observes_and_changes_nothing_though_the_environment_would_allow_it()
    {
        var function = TestFunction.Started(("REMEDIATOR_MODE", "enforce"), ("REMEDIATOR_LEDGER_TABLE", "memory"));
        var line = await function.Handle(TrailEvents.Authorize(TestFunction.Now.AddSeconds(-2), "0.0.0.0/0"));
        Assert.Equal("judged", Text(line, "message"));
        var permission = Assert.Single(line.GetProperty("permissions").EnumerateArray());
        Assert.Equal(("Violation", "Observed", "Critical"), (Text(permission, "verdict"), Text(permission, "outcome"), Text(permission, "severity")));
        Assert.Equal(["SG001", "SG005"], permission.GetProperty("rules").EnumerateArray().Select(r => r.GetString()));
        Assert.Empty(function.Groups.Revocations);
    }

    [Fact]
    public async Task An_enforcing_policy_under_the_default_mode_observes_as_well()
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        var function = TestFunction.Started(("REMEDIATOR_POLICY", policy.Path));
        var line = await function.Handle(TrailEvents.Authorize(TestFunction.Now, "0.0.0.0/0"));
        Assert.Equal("the mode is observe", Text(Assert.Single(line.GetProperty("permissions").EnumerateArray()), "detail"));
        Assert.Empty(function.Groups.Revocations);
    }

    [Fact]
    public async Task A_forbidden_permission_is_revoked_and_told_in_one_line()
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        var function = TestFunction.Started(TestFunction.Enforcing(policy.Path));
        var line = await function.Handle(TrailEvents.Authorize(TestFunction.Now.AddSeconds(-2), "0.0.0.0/0"));
        Assert.Equal(("Information", "sg-0a", 2), (Text(line, "level"), Text(line, "groupId"), line.GetProperty("secondsToClosed").GetDouble()));
        Assert.Equal(("f1f5ad50-5c4f-4f0c-8b3e-0b3c5a1f6a11", "arn:aws:iam::111122223333:user/ana"), (Text(line, "eventId"), Text(line, "actor")));
        var permission = Assert.Single(line.GetProperty("permissions").EnumerateArray());
        Assert.Equal(("ingress tcp/22 0.0.0.0/0", "sgr-1", "Revoked"), (Text(permission, "permission"), Text(permission, "ruleId"), Text(permission, "outcome")));
        var call = Assert.Single(line.GetProperty("calls").EnumerateArray());
        Assert.Equal(("RevokeSecurityGroupIngress", "req-1"), (Text(call, "operation"), Text(call, "requestId")));
        Assert.Equal("ingress tcp/22 0.0.0.0/0", Assert.Single(Assert.Single(function.Groups.Revocations).Permissions).Content);
        Assert.Equal(0, function.Groups.Reads);
        var metrics = OneLine.Of(Assert.Single(function.Metrics));
        Assert.Equal((1, 1, 2), (metrics.GetProperty("Violations").GetInt32(), metrics.GetProperty("Revoked").GetInt32(), metrics.GetProperty("SecondsToClosed").GetInt32()));
        Assert.Equal((Text(line, "key"), Text(line, "requestId")), (Text(metrics, "key"), Text(metrics, "requestId")));
    }

    [Fact]
    public async Task A_second_delivery_to_the_same_process_makes_no_call()
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        var function = TestFunction.Started(TestFunction.Enforcing(policy.Path));
        var payload = TrailEvents.Authorize(TestFunction.Now, "0.0.0.0/0");
        await function.Handle(payload);
        var again = await function.Handle(payload);
        Assert.Equal(("handled before", TestFunction.Now), (Text(again, "message"), again.GetProperty("finishedAt").GetDateTimeOffset()));
        Assert.Single(function.Groups.Revocations);
    }

    [Fact]
    public async Task A_benign_event_is_compliant_and_an_event_of_a_failed_call_is_ignored_neither_with_a_call()
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        var function = TestFunction.Started(("REMEDIATOR_POLICY", policy.Path));
        Assert.Equal("compliant", Text(await function.Handle(TrailEvents.Authorize(TestFunction.Now, "10.0.0.0/8")), "message"));
        var failed = TrailEvents.Authorize(TestFunction.Now, "0.0.0.0/0", change: record => record["errorCode"] = "Client.DryRunOperation");
        Assert.StartsWith("ignored, because ", Text(await function.Handle(failed), "message"), StringComparison.Ordinal);
        Assert.Empty(function.Groups.Revocations);
        Assert.Equal(0, function.Groups.Reads);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"detail\":")]
    [InlineData("null")]
    [InlineData("\u0000\u001b[31m")]
    [InlineData("{\"source\":\"aws.ec2\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":{\"eventName\":\"AuthorizeSecurityGroupIngress\"}}")]
    public async Task What_cannot_be_read_is_told_with_its_problems_and_thrown(string payload)
    {
        var (line, thrown) = await TestFunction.Started().Fail(Encoding.UTF8.GetBytes(payload));
        Assert.Equal(("Error", "not handled"), (Text(line, "level"), Text(line, "message")));
        Assert.NotEmpty(thrown);
        Assert.Equal(thrown, string.Join("; ", line.GetProperty("problems").EnumerateArray().Select(p => p.GetString())));
    }

    [Fact]
    public async Task An_event_of_another_account_is_thrown_and_named()
    {
        var context = new FakeContext { InvokedFunctionArn = "arn:aws:lambda:eu-west-1:444455556666:function:OnSecurityGroupChange:live" };
        var (_, thrown) = await TestFunction.Started().Fail(TrailEvents.Authorize(TestFunction.Now, "0.0.0.0/0"), context);
        Assert.Contains("account `111122223333`", thrown, StringComparison.Ordinal);
        Assert.Contains("own account `444455556666`", thrown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("OnSecurityGroupChange")]
    [InlineData("arn:aws:lambda:eu-west-1:1111:function:OnSecurityGroupChange")]
    [InlineData("arn:aws:states:eu-west-1:111122223333:function:OnSecurityGroupChange")]
    public async Task Without_an_own_account_nothing_is_handled(string? arn)
    {
        var (line, thrown) = await TestFunction.Started().Fail(TrailEvents.Authorize(TestFunction.Now, "0.0.0.0/0"), new FakeContext { InvokedFunctionArn = arn! });
        Assert.Equal($"the invoked function's ARN is `{arn}`: expected `arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME`", thrown);
        Assert.Equal("Error", Text(line, "level"));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1)]
    [InlineData(-5000)]
    public async Task An_invocation_without_time_does_nothing_and_is_thrown(int milliseconds)
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        var function = TestFunction.Started(TestFunction.Enforcing(policy.Path));
        var (_, thrown) = await function.Fail(TrailEvents.Authorize(TestFunction.Now, "0.0.0.0/0"), new FakeContext { RemainingTime = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Equal("the invocation came without time to handle it: expected more than a second until its deadline", thrown);
        Assert.Empty(function.Groups.Revocations);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-56L * 365 * 24 * 60 * 60 * 1000)]
    public async Task An_invocation_whose_deadline_nobody_states_has_time_enough(long milliseconds)
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        var function = TestFunction.Started(TestFunction.Enforcing(policy.Path));
        await function.Handle(TrailEvents.Authorize(TestFunction.Now, "0.0.0.0/0"), new FakeContext { RemainingTime = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Single(function.Groups.Revocations);
    }

    [Fact]
    public async Task A_revoke_that_does_not_end_is_given_up_in_time_to_tell_and_the_next_delivery_takes_over()
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        var hangs = true;
        var groups = new FakeGroups { BeforeRevoke = cancel => hangs ? Task.Delay(Timeout.Infinite, cancel) : Task.CompletedTask };
        var function = new TestFunction(TestFunction.Enforcing(policy.Path)) { Groups = groups }.Start();
        var payload = TrailEvents.Authorize(TestFunction.Now, "0.0.0.0/0");
        var (line, thrown) = await function.Fail(payload, new FakeContext { RemainingTime = TimeSpan.FromSeconds(4) });
        Assert.EndsWith("should have been revoked and was not: EC2 did not answer while there was time to act", thrown, StringComparison.Ordinal);
        Assert.Equal("Failed", Text(Assert.Single(line.GetProperty("permissions").EnumerateArray()), "outcome"));
        hangs = false;
        var again = await function.Handle(payload);
        Assert.Equal("Revoked", Text(Assert.Single(again.GetProperty("permissions").EnumerateArray()), "outcome"));
    }

    [Fact]
    public async Task Telling_that_does_not_end_is_given_up_a_second_before_the_deadline_and_the_next_delivery_tells()
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        var hangs = true;
        var groups = new FakeGroups { BeforeExposure = cancel => hangs ? Task.Delay(Timeout.Infinite, cancel) : Task.CompletedTask };
        var function = new TestFunction(TestFunction.Enforcing(policy.Path)) { Groups = groups }.Start();
        var payload = TrailEvents.Authorize(TestFunction.Now, "0.0.0.0/0");
        var (line, thrown) = await function.Fail(payload, new FakeContext { RemainingTime = TimeSpan.FromSeconds(2) });
        Assert.Equal("the invocation's time ran out before the event was handled to its end", thrown);
        Assert.Equal("not handled", Text(line, "message"));
        Assert.NotEmpty(Text(line, "eventId")!);
        hangs = false;
        var again = await function.Handle(payload);
        Assert.Equal("Revoked", Text(Assert.Single(again.GetProperty("permissions").EnumerateArray()), "outcome"));
        Assert.Single(groups.Revocations);
    }

    [Fact]
    public async Task One_event_about_several_groups_has_a_line_for_each()
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh + "\n    groups: { tags: { Tier: web } }\n");
        var function = TestFunction.Started(TestFunction.Enforcing(policy.Path));
        var lines = await function.HandleAll(TrailEvents.Retag(TestFunction.Now.AddSeconds(-2), "Tier", "web", "sg-0a", "sg-0b"));
        Assert.Equal(["sg-0a", "sg-0b"], lines.Select(line => Text(line, "group")));
        Assert.All(lines, line => Assert.Equal("compliant", Text(line, "message")));
        Assert.Equal(1, function.Groups.Reads);
    }

    [Fact]
    public async Task A_policy_that_looks_at_tags_has_them_read_and_acts_by_them()
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh + "\n    groups: { tags: { Tier: web } }\n");
        var function = new TestFunction(TestFunction.Enforcing(policy.Path)) { Groups = new() { Tags = [KeyValuePair.Create("Tier", "web")] } }.Start();
        var line = await function.Handle(TrailEvents.Authorize(TestFunction.Now.AddSeconds(-2), "0.0.0.0/0"));
        Assert.Equal("Revoked", Text(Assert.Single(line.GetProperty("permissions").EnumerateArray()), "outcome"));
        Assert.Equal(1, function.Groups.Reads);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}

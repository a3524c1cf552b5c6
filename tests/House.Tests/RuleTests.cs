using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Remediator.House.Tests;

/// <summary>What brings events to the functions, against events.</summary>
public sealed class RuleTests
{
    private const string Samples = "tests/Core.Tests/Changes/Events";
    private const string Threats = "tests/Core.Tests/Threats/Events";

    public static TheoryData<string> Templates => [Stack.Central.Path, Stack.Member.Path];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_target_is_tried_again_and_then_dead_lettered(string template)
    {
        var targets = new Stack(template).Rules.SelectMany(r => r.Targets.Select(t => (r.Name, Target: t))).ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, t =>
        {
            Assert.NotNull(Yaml.Find(t.Target, "RetryPolicy", "MaximumRetryAttempts"));
            Assert.NotNull(Yaml.Find(t.Target, "RetryPolicy", "MaximumEventAgeInSeconds"));
            Assert.NotNull(Yaml.Find(t.Target, "DeadLetterConfig", "Arn"));
        });
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_dead_letter_queue_of_each_rule_takes_what_it_sends(string template)
    {
        var stack = new Stack(template);
        var allowed = stack.Resources("AWS::SQS::QueuePolicy").SelectMany(p => Yaml.Items(p.Node, "Properties", "PolicyDocument", "Statement")).SelectMany(s =>
            Yaml.Items(s, "Condition", "ArnEquals", "aws:SourceArn").Select(rule => $"{rule} to {Yaml.Text(s, "Resource")}"));
        var sent = stack.Rules.SelectMany(r => r.Targets.Select(t => $"{r.Name}.Arn to {Yaml.Text(t, "DeadLetterConfig", "Arn")}"));
        Assert.Equal(sent.Order(StringComparer.Ordinal), allowed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void No_rule_passes_on_a_call_that_failed(string template)
    {
        var failed = Events().Where(e => e.Event["detail"]?["errorCode"] is not null).ToList();
        Assert.True(failed.Count > 2, $"{Samples} holds {failed.Count} failed calls, expected at least 3");
        Assert.All(failed, e => Assert.Empty(Passing(template, e.Event)));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Each_call_that_can_change_a_group_passes_exactly_one_rule(string template)
    {
        var calls = Events().Where(e => e.Event["detail"]?["errorCode"] is null && !e.File.EndsWith("/describe.json", StringComparison.Ordinal) && !TagsNoGroup(e.Event)).ToList();
        Assert.True(calls.Count > 50, $"{Samples} holds {calls.Count} such calls, expected more than 50");
        Assert.All(calls, e => Assert.True(Passing(template, e.Event).Count() == 1, $"{e.File} passes [{string.Join(", ", Passing(template, e.Event))}] of {template}, expected one rule"));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void What_changes_no_group_passes_none(string template)
    {
        var others = Events().Where(e => e.File.EndsWith("/describe.json", StringComparison.Ordinal) || TagsNoGroup(e.Event)).ToList();
        Assert.True(others.Count > 1, $"{Samples} holds {others.Count} such calls, expected at least 2");
        Assert.All(others, e => Assert.Empty(Passing(template, e.Event)));
    }

    [Theory]
    [InlineData("ssh-brute-force", true)]
    [InlineData("outbound", true)]
    [InlineData("dns", true)]
    [InlineData("ipv6", true)]
    [InlineData("port-probe", true)]
    [InlineData("rds-login", true)]
    [InlineData("lambda", true)]
    [InlineData("attack-sequence", true)]
    [InlineData("sample", false)]
    [InlineData("archived", false)]
    [InlineData("api-call", false)]
    [InlineData("kubernetes", false)]
    public void Findings_about_networks_pass_samples_and_archived_ones_do_not(string name, bool passes)
    {
        var finding = JsonNode.Parse(Repository.Text($"{Threats}/{name}.json"))!;
        Assert.All(Templates, template => Assert.Equal(passes ? 1 : 0, Passing(template.Data, finding).Count()));
        finding["detail"]!["accountId"] = "444455556666";
        Assert.All(Templates, template => Assert.Empty(Passing(template.Data, finding)));
    }

    [Fact]
    public void A_member_forwards_what_the_central_rules_listen_for()
    {
        var central = Stack.Central.Rules.Where(r => r.Bus is null && r.Pattern is not null).Select(r => Yaml.Json(r.Pattern!).ToJsonString());
        Assert.Equal(central.Order(StringComparer.Ordinal), Stack.Member.Rules.Select(r => Yaml.Json(r.Pattern!).ToJsonString()).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Passing(string template, JsonNode read) =>
        new Stack(template).Rules.Where(r => r.Bus is null && r.Pattern is not null && EventPattern.Matches(InAccount(r.Pattern), read)).Select(r => r.Name);

    /// <summary>The pattern as the account of the sample events would have it.</summary>
    private static JsonNode InAccount(YamlNode pattern) => JsonNode.Parse(Yaml.Json(pattern).ToJsonString().Replace("AWS::AccountId", "111122223333", StringComparison.Ordinal))!;

    private static IEnumerable<(string File, JsonNode Event)> Events() => Repository.Files(Samples, "*.json").Select(f => (f, JsonNode.Parse(Repository.Text(f))!));

    /// <summary>Tags of resources that are named, and of which none is a group.</summary>
    private static bool TagsNoGroup(JsonNode read) =>
        read["detail"]?["eventName"]?.GetValue<string>() is "CreateTags" or "DeleteTags"
        && read["detail"]!["requestParameters"]?["resourcesSet"]?["items"] is JsonArray { Count: > 0 } items
        && items.All(i => i?["resourceId"] is JsonValue id && !id.ToString().StartsWith("sg-", StringComparison.Ordinal));
}

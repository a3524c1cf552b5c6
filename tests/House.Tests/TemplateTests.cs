using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Remediator.House.Tests;

/// <summary>template.yaml against the code that it deploys.</summary>
public sealed partial class TemplateTests
{
    private static readonly YamlMappingNode Template = Load();

    private static YamlMappingNode Function => Properties("OnSecurityGroupChange");

    public static TheoryData<string> Functions => ["OnSecurityGroupChange", "OnGuardDutyFinding", "OnSchedule"];

    [Fact]
    public void Every_function_of_the_template_is_tested_here() => Assert.Equal(
        Functions.Select(f => f.Data).Order(StringComparer.Ordinal),
        ((YamlMappingNode)At(Template, "Resources")).Where(r => At(r.Value, "Type").ToString() == "AWS::Serverless::Function").Select(r => r.Key.ToString()).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Environment_is_what_the_code_reads(string function)
    {
        var set = Keys(At(Properties(function), "Environment", "Variables")).ToHashSet();
        // Where the policy lies is the packager's choice; acting on other accounts is refused so far; only the schedule sweeps.
        var leftOut = new List<string> { "REMEDIATOR_POLICY", "REMEDIATOR_MEMBER_ROLE" };
        if (function != "OnSchedule") leftOut.Add("REMEDIATOR_SWEEP_HOURS");
        var read = Variable().Matches(Repository.Text("functions/Aws/Hosting/SettingsReader.cs")).Select(m => m.Value).Distinct();
        Assert.Equal(read.Except(leftOut).Order(StringComparer.Ordinal), set.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Handler_is_the_assembly_that_is_published(string function) =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, "functions", function, $"{At(Properties(function), "Handler")}.csproj")));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_event_has_a_retry_policy_and_a_dead_letter_queue(string function)
    {
        foreach (var (_, source) in (YamlMappingNode)At(Properties(function), "Events"))
        {
            Assert.NotNull(At(source, "Properties", "RetryPolicy", "MaximumRetryAttempts"));
            Assert.NotNull(At(source, "Properties", "DeadLetterConfig", "Arn"));
        }

        Assert.NotNull(At(Properties(function), "DeadLetterQueue", "TargetArn"));
        Assert.NotNull(At(Properties(function), "EventInvokeConfig", "MaximumEventAgeInSeconds"));
        Assert.NotNull(At(Properties(function), "EventInvokeConfig", "MaximumRetryAttempts"));
    }

    [Fact]
    public void A_run_of_the_schedule_is_over_when_the_next_one_begins() =>
        Assert.InRange(int.Parse(At(Properties("OnSchedule"), "Timeout").ToString(), System.Globalization.CultureInfo.InvariantCulture), 60, 299);

    [Fact]
    public void The_rules_pass_on_what_the_local_account_passes_on()
    {
        var local = new YamlStream();
        local.Load(new StringReader(Repository.Text("functions/Sandbox/CloudTrail/event-patterns.json")));
        var rules = ((YamlMappingNode)At(Function, "Events")).Select(rule => $"{rule.Key}: {Plain(At(rule.Value, "Properties", "Pattern"))}");
        Assert.Equal(((YamlMappingNode)local.Documents[0].RootNode).Select(rule => $"{rule.Key}: {Plain(rule.Value)}"), rules);
    }

    [Fact]
    public void The_rules_pass_on_every_call_that_the_reader_judges()
    {
        var judged = CallName().Matches(Repository.Text("functions/Core/Changes/Calls/CallNames.cs")).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
        var passed = ((YamlMappingNode)At(Function, "Events")).SelectMany(rule => (YamlSequenceNode)At(rule.Value, "Properties", "Pattern", "detail", "eventName"));
        Assert.Equal(judged, passed.Select(name => name.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("UndeliveredEvents")]
    [InlineData("UndeliveredFindings")]
    public void Whatever_a_rule_cannot_deliver_reaches_its_queue(string queue)
    {
        var statement = ((YamlSequenceNode)At(Template, "Resources", $"{queue}Policy", "Properties", "PolicyDocument", "Statement"))[0];
        var allowed = ((YamlSequenceNode)At(statement, "Condition", "ArnEquals", "aws:SourceArn")).Select(arn => arn.ToString());
        var rules = Functions.SelectMany(f => ((YamlMappingNode)At(Properties(f.Data), "Events")).Select(rule => (Arn: $"{f.Data}{rule.Key}.Arn", Queue: At(rule.Value, "Properties", "DeadLetterConfig", "Arn").ToString())));
        Assert.Equal(rules.Where(rule => rule.Queue == $"{queue}.Arn").Select(rule => rule.Arn), allowed);
    }

    /// <summary>What is sent again from a queue goes to one function: another's events would be ignored by it, and gone.</summary>
    [Fact]
    public void No_function_that_is_given_events_shares_its_queue_of_failed_ones() => Assert.Equal(
        Functions.Select(f => f.Data).Count(),
        Functions.Select(f => At(Properties(f.Data), "DeadLetterQueue", "TargetArn").ToString()).Distinct().Count());

    [Theory]
    [InlineData("OnSecurityGroupChange")]
    [InlineData("OnGuardDutyFinding")]
    public void Timeout_stays_under_a_minute(string function) => Assert.InRange(int.Parse(At(Properties(function), "Timeout").ToString(), System.Globalization.CultureInfo.InvariantCulture), 10, 59);

    [Fact]
    public void The_rule_for_findings_leaves_out_samples_what_is_archived_and_other_accounts()
    {
        var pattern = (YamlMappingNode)At(Properties("OnGuardDutyFinding"), "Events", "Found", "Properties", "Pattern");
        Assert.Equal("[aws.guardduty] [GuardDuty Finding]", $"{Plain(At(pattern, "source"))} {Plain(At(pattern, "detail-type"))}");
        var detail = At(pattern, "detail");
        Assert.Equal("[AWS::AccountId]", Plain(At(detail, "accountId")));
        Assert.Equal("{additionalInfo: {sample: [{exists: false}, false], value: [{exists: false}, {anything-but: {wildcard: *\"sample\":true*}}]}, archived: [false]}", Plain(At(detail, "service")));
        Assert.Equal("[{anything-but: {prefix: [SAMPLE]}}]", Plain(At(detail, "title")));
    }

    [Fact]
    public void The_rule_for_findings_passes_on_every_type_of_the_table()
    {
        var types = (YamlSequenceNode)At(Properties("OnGuardDutyFinding"), "Events", "Found", "Properties", "Pattern", "detail", "type");
        var forms = types.Cast<YamlMappingNode>().SelectMany(t => t.Children).Select(t => t.Key.ToString() == "prefix" ? $"{t.Value}*" : t.Value.ToString())
            .Select(form => new Regex($"^{Regex.Escape(form).Replace("\\*", ".*", StringComparison.Ordinal)}$")).ToList();
        var rows = Repository.Lines("functions/Core/Threats/TYPES.md").Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        Assert.Empty(rows.Where(type => !forms.Any(form => form.IsMatch(type))));
    }

    [Fact]
    public void Mode_is_observe_unless_somebody_says_otherwise() => Assert.Equal("observe", At(Template, "Parameters", "Mode", "Default").ToString());

    [Fact]
    public void Role_every_wildcard_resource_has_a_reason_and_no_action_is_one()
    {
        var lines = Repository.Lines("template.yaml");
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart() == "Resource: \"*\"") Assert.StartsWith("#", lines[i - 1].TrimStart(), StringComparison.Ordinal);
            Assert.DoesNotMatch(WildcardAction(), lines[i]);
        }
    }

    internal static YamlNode Resource(string name) => Properties(name);

    internal static string Retention(string name) => At(Template, "Resources", name, "DeletionPolicy").ToString();

    private static YamlMappingNode Properties(string resource) => (YamlMappingNode)At(Template, "Resources", resource, "Properties");

    internal static YamlNode At(YamlNode node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            Assert.True(((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var next), $"template.yaml has no `{key}` in {string.Join('/', path.ToArray())}");
            node = next!;
        }

        return node;
    }

    /// <summary>A node as text, whatever style it was written in.</summary>
    private static string Plain(YamlNode node) => node switch
    {
        YamlMappingNode map => "{" + string.Join(", ", map.Children.Select(c => $"{c.Key}: {Plain(c.Value)}").Order(StringComparer.Ordinal)) + "}",
        YamlSequenceNode list => "[" + string.Join(", ", list.Children.Select(Plain)) + "]",
        _ => node.ToString(),
    };

    private static List<string> Keys(YamlNode node) => [.. ((YamlMappingNode)node).Children.Keys.Select(k => k.ToString())];

    private static YamlMappingNode Load()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Text("template.yaml")));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    [GeneratedRegex("""const string [A-Za-z]+ = "([A-Za-z]+)";""")]
    private static partial Regex CallName();

    [GeneratedRegex(@"REMEDIATOR_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\s*(- |Action: )[a-z0-9]+:\*|^\s*Action: ""\*""")]
    private static partial Regex WildcardAction();
}

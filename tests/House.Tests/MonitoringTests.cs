using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Remediator.House.Tests;

/// <summary>Alarms, dashboard and insights against what there is to watch.</summary>
public sealed partial class MonitoringTests
{
    private static readonly Stack Template = Stack.Central;
    private static readonly IReadOnlyList<Watched> Watching = [.. Template.Resources("AWS::CloudWatch::Alarm").SelectMany(Metrics)];

    /// <summary>What the code writes in embedded metric format.</summary>
    private static HashSet<string> OwnMetrics =>
    [
        .. OutcomeName().Matches(Repository.Text("functions/Core/Remediations/Outcome.cs")).Select(m => m.Groups["name"].Value),
        .. OutcomeName().Matches(Repository.Text("functions/Core/Containment/MeasureResult.cs")).Select(m => $"Measures{m.Groups["name"].Value}"),
        .. Counted().Matches(Repository.Text("functions/Aws/Hosting/MetricsLine.cs")).Select(m => m.Groups["name"].Value),
    ];

    public static TheoryData<string> Functions => [.. Template.Functions];

    public static TheoryData<string> Alarms => [.. Template.Resources("AWS::CloudWatch::Alarm").Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Alarms))]
    public void Alarm_says_what_it_means_and_whom_it_tells(string alarm)
    {
        var properties = Template.Properties(alarm);
        Assert.InRange(Yaml.Text(properties, "AlarmDescription")!.Length, 60, 1024);
        Assert.Equal("Alarms", Assert.Single(Yaml.Items(properties, "AlarmActions")).ToString());
        Assert.Contains(Yaml.Text(properties, "TreatMissingData"), new[] { "notBreaching", "breaching" });
        Assert.InRange(Number(properties, "DatapointsToAlarm"), 1, Number(properties, "EvaluationPeriods"));
    }

    [Theory]
    [MemberData(nameof(Alarms))]
    public void Alarm_that_calculates_uses_every_number_that_it_reads_and_takes_none_for_missing(string alarm)
    {
        var metrics = Yaml.Items(Template.Properties(alarm), "Metrics").ToList();
        var read = metrics.Where(m => Yaml.Find(m, "MetricStat") is not null).Select(m => $"FILL({Yaml.Text(m, "Id")}, 0)");
        Assert.Equal(string.Join(" + ", read), string.Concat(metrics.Select(m => Yaml.Text(m, "Expression"))));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_function_is_watched_for_errors_throttling_duration_and_lost_events(string function)
    {
        var own = Watching.Where(w => w.Namespace == "AWS/Lambda" && w.Dimensions.Contains($"FunctionName={function}")).ToList();
        foreach (var metric in new[] { "Errors", "Throttles", "Duration", "DeadLetterErrors" }) Assert.Contains(own, w => w.Metric == metric);
        var timeout = Number(Template.Properties(function), "Timeout") * 1000;
        Assert.All(own.Where(w => w.Metric == "Duration"), w => Assert.InRange(Number(Template.Properties(w.Alarm), "Threshold"), timeout * 8 / 10, timeout * 95 / 100));
    }

    [Fact]
    public void Each_rule_is_watched_for_what_reached_not_even_its_queue() =>
        Assert.Equal(Template.Rules.Select(r => $"RuleName={r.Name}").Order(StringComparer.Ordinal), Dimensions("AWS/Events", "InvocationsFailedToBeSentToDlq"));

    [Fact]
    public void Each_queue_of_events_is_watched_for_its_depth()
    {
        // Of a run that fell short nothing has to be sent again: the schedule's errors are watched instead.
        var queues = Template.Resources("AWS::SQS::Queue").Select(q => q.Name).Where(q => q != "FailedRuns").Select(q => $"QueueName={q}.QueueName");
        Assert.Equal(queues.Order(StringComparer.Ordinal), Dimensions("AWS/SQS", "ApproximateNumberOfMessagesVisible"));
    }

    [Fact]
    public void The_ledger_is_watched_for_every_call_that_its_code_makes_on_the_way_of_an_event()
    {
        var own = Watching.Where(w => w.Namespace == "AWS/DynamoDB").ToList();
        Assert.All(own, w => Assert.Contains("TableName=Ledger", w.Dimensions));
        Assert.Equal(["ReadThrottleEvents", "SystemErrors", "WriteThrottleEvents"], own.Select(w => w.Metric).Distinct().Order(StringComparer.Ordinal));
        var made = Call().Matches(string.Concat(Repository.Files("functions/Aws/Ledger", "*.cs").Select(Repository.Text))).Select(m => m.Groups["call"].Value).ToHashSet();
        Assert.Subset(made, own.SelectMany(w => w.Dimensions).Where(d => d.StartsWith("Operation=", StringComparison.Ordinal)).Select(d => d["Operation=".Length..]).ToHashSet());
    }

    [Theory]
    [InlineData("Held")]
    [InlineData("Failed")]
    [InlineData("OpenedAgain")]
    [InlineData("FindingsFailed")]
    [InlineData("NoticesFailed")]
    public void What_should_not_be_is_watched_in_every_function(string metric) =>
        Assert.Equal(Template.Functions.Select(f => $"Function={f}").Order(StringComparer.Ordinal), Dimensions("Remediator", metric));

    [Fact]
    public void Every_own_metric_that_is_watched_is_one_that_the_code_writes() =>
        Assert.Subset(OwnMetrics, Watching.Where(w => w.Namespace == "Remediator").Select(w => w.Metric).ToHashSet());

    [Fact]
    public void The_dashboard_shows_every_metric_that_the_code_writes_and_every_alarm()
    {
        var body = Yaml.Text(Template.Properties("Overview"), "DashboardBody")!;
        var widgets = JsonNode.Parse(Placeholder().Replace(body, "x"))!["widgets"]!.AsArray();
        Assert.All(widgets, w => Assert.False(string.IsNullOrEmpty(w!["properties"]!["title"]?.GetValue<string>())));
        var shown = Searched().Matches(body).Concat(Drawn().Matches(body)).Select(m => m.Groups["name"].Value);
        Assert.Equal(OwnMetrics.Order(StringComparer.Ordinal), shown.Distinct().Order(StringComparer.Ordinal));
        Assert.All(Alarms, alarm => Assert.Contains($"${{{alarm.Data}.Arn}}", body, StringComparison.Ordinal));
        var known = Yaml.Fields(Template.Root, "Resources").Select(r => r.Name).Append("AWS::Region").ToHashSet();
        Assert.Subset(known, Placeholder().Matches(body).Select(m => m.Groups["name"].Value).ToHashSet());
    }

    [Fact]
    public void The_dashboards_table_reads_the_names_that_log_lines_have()
    {
        var written = Repository.Text("functions/Aws/Hosting/EventLine.cs");
        var read = LogField().Matches(Yaml.Text(Template.Properties("Overview"), "DashboardBody")!).Select(m => m.Groups["name"].Value).ToList();
        Assert.NotEmpty(read);
        Assert.All(read, name => Assert.Contains($"(\"{name}\"", written, StringComparison.Ordinal));
    }

    [Fact]
    public void Insights_look_at_our_findings_alone()
    {
        var prefix = GeneratorPrefix().Match(Repository.Text("functions/Core/Findings/FindingWriter.cs")).Groups["prefix"].Value;
        Assert.NotEmpty(Template.Resources("AWS::SecurityHub::Insight"));
        Assert.All(Template.Resources("AWS::SecurityHub::Insight"), i =>
        {
            Assert.Equal("WithInsights", Yaml.Text(i.Node, "Condition"));
            Assert.Equal(prefix, Yaml.Text(Assert.Single(Yaml.Items(i.Node, "Properties", "Filters", "GeneratorId")), "Value"));
        });
    }

    private static IEnumerable<string> Dimensions(string space, string metric) =>
        Watching.Where(w => w.Namespace == space && w.Metric == metric).SelectMany(w => w.Dimensions).Order(StringComparer.Ordinal);

    private static IEnumerable<Watched> Metrics((string Name, YamlNode Node) alarm)
    {
        var properties = Yaml.Find(alarm.Node, "Properties")!;
        var calculated = Yaml.Items(properties, "Metrics").Select(m => Yaml.Find(m, "MetricStat", "Metric")).OfType<YamlNode>();
        return (Yaml.Find(properties, "MetricName") is null ? calculated : [properties])
            .Select(m => new Watched(alarm.Name, Yaml.Text(m, "Namespace")!, Yaml.Text(m, "MetricName")!, [.. Yaml.Items(m, "Dimensions").Select(d => $"{Yaml.Text(d, "Name")}={Yaml.Text(d, "Value")}")]));
    }

    private static int Number(YamlNode node, string name) => int.Parse(Yaml.Text(node, name)!, CultureInfo.InvariantCulture);

    private sealed record Watched(string Alarm, string Namespace, string Metric, IReadOnlyList<string> Dimensions);

    [GeneratedRegex(@"^    (?<name>[A-Z]\w+),\s*$", RegexOptions.Multiline)]
    private static partial Regex OutcomeName();

    [GeneratedRegex("""(?:Count|Add)\(\(?"(?<name>\w+)",""")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\$\{(?<name>[\w:]+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"MetricName=\\""(?<name>\w+)\\""")]
    private static partial Regex Searched();

    [GeneratedRegex("""\["Remediator", "(?<name>\w+)",""")]
    private static partial Regex Drawn();

    [GeneratedRegex("""parse @message /\\"(?<name>\w+)\\":""")]
    private static partial Regex LogField();

    [GeneratedRegex("""\$"(?<prefix>[a-z]+/)\{SafeText\.Line\(reason\.Rule\.Id""")]
    private static partial Regex GeneratorPrefix();

    [GeneratedRegex(@"client\.(?<call>\w+)Async\(")]
    private static partial Regex Call();
}

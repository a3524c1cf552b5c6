using System.Text.RegularExpressions;

namespace Remediator.House.Tests;

/// <summary>The table of costs in README.md.</summary>
public sealed partial class CostTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void The_readme_shows_what_the_formula_says(int changes) => Assert.Contains(Of(changes).Row, Repository.Lines("README.md"));

    [Fact]
    public void Each_alarm_metric_of_the_template_is_paid_for() => Assert.InRange(Of(10).AlarmMetrics, 20, 100);

    private static Cost Of(int changes)
    {
        var alarms = Stack.Central.Resources("AWS::CloudWatch::Alarm").Sum(a => Math.Max(1, Yaml.Items(a.Node, "Properties", "Metrics").Count(m => Yaml.Find(m, "MetricStat") is not null)));
        // What MetricsLine writes of a judged event: its own counts, one for each outcome, and the seconds.
        var own = Counted().Count(Repository.Text("functions/Aws/Hosting/MetricsLine.cs")) + OutcomeName().Count(Repository.Text("functions/Core/Remediations/Outcome.cs")) + 1;
        return new(changes, alarms, own);
    }

    [GeneratedRegex("""Count\("\w+", judged""")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^    [A-Z]\w+,\s*$", RegexOptions.Multiline)]
    private static partial Regex OutcomeName();
}

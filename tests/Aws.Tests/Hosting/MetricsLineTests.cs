using System.Text.Json;
using Remediator.Aws.Hosting;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Aws.Tests.Hosting;

public sealed class MetricsLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 15, 3, 7, TimeSpan.Zero);
    private static readonly GroupKey Group = new("111122223333", "eu-west-1", "sg-0a");

    private static readonly Change Change = new(
        "event", "AuthorizeSecurityGroupIngress", Now.AddSeconds(-3), Group.Account, Group.Region, new(Group.GroupId, null), new("arn", null, "203.0.113.7", "cli", Channel.CommandLine, null));

    [Fact]
    public void A_line_is_a_document_of_the_embedded_metric_format()
    {
        var line = MetricsLine.Of(Judged(Now) with { FindingsFailed = 2, NoticesFailed = 1 }, "OnSecurityGroupChange", "request", Now)!;
        Assert.DoesNotContain('\n', line);
        var json = JsonDocument.Parse(line).RootElement;
        var aws = json.GetProperty("_aws");
        Assert.Equal(["Timestamp", "CloudWatchMetrics"], aws.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Now.ToUnixTimeMilliseconds(), aws.GetProperty("Timestamp").GetInt64());
        var directive = Assert.Single(aws.GetProperty("CloudWatchMetrics").EnumerateArray());
        Assert.Equal(["Namespace", "Dimensions", "Metrics"], directive.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("Remediator", """[["Function"]]"""), (directive.GetProperty("Namespace").GetString(), directive.GetProperty("Dimensions").GetRawText()));
        Assert.Equal("OnSecurityGroupChange", json.GetProperty("Function").GetString());
        Assert.InRange(directive.GetProperty("Metrics").GetArrayLength(), 10, 100);
        foreach (var metric in directive.GetProperty("Metrics").EnumerateArray())
            Assert.Equal(JsonValueKind.Number, json.GetProperty(metric.GetProperty("Name").GetString()!).ValueKind);
        Assert.Equal((2, 1, 3d), (json.GetProperty("FindingsFailed").GetInt32(), json.GetProperty("NoticesFailed").GetInt32(), json.GetProperty("SecondsToClosed").GetDouble()));
        Assert.Equal((Change.KeyIn(Group), "request"), (json.GetProperty("key").GetString(), json.GetProperty("requestId").GetString()));
    }

    [Fact]
    public void Seconds_to_closed_are_never_negative() =>
        Assert.Equal(0, JsonDocument.Parse(MetricsLine.Of(Judged(Change.Time.AddSeconds(-9)), "f", null, Now)!).RootElement.GetProperty("SecondsToClosed").GetDouble());

    [Fact]
    public void An_event_that_is_not_about_anything_counts_nothing()
    {
        Assert.Null(MetricsLine.Of(new Result.NotJudged("not ours"), "f", null, Now));
        Assert.Null(MetricsLine.Of(new Result.Benign(Change, 1, 0), "f", null, Now));
        Assert.Null(MetricsLine.Of(new Result.Repeated(Change, Now), "f", null, Now));
    }

    [Fact]
    public void An_event_that_failed_is_counted_whatever_became_of_it() =>
        Assert.Equal(1, JsonDocument.Parse(MetricsLine.Of(new Result.Undone(null) { Problems = ["no"] }, "f", null, Now)!).RootElement.GetProperty("EventsFailed").GetInt32());

    private static Result.Judged Judged(DateTimeOffset closedAt) => new(Change, Group, [], [new CallMade("RevokeSecurityGroupIngress", "1", "ok", Now)], closedAt);
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Aws.Hosting;

/// <summary>What one event counts, in CloudWatch's embedded metric format: one JSON document on one line.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html. The line is
/// the whole log event, so it goes to standard output as it is. One dimension with one value for each function: no text of others makes a
/// metric. What leads from a number to its event (key, request id) are properties, not dimensions.</remarks>
public static class MetricsLine
{
    private const string Namespace = "Remediator";
    private const string Dimension = "Function";

    /// <summary>Null where there is nothing to count: what was ignored, compliant, or handled before.</summary>
    /// <param name="function">The function's own name: the dimension's value.</param>
    /// <param name="requestId">The invocation's.</param>
    public static string? Of(Result result, string function, string? requestId, DateTimeOffset now)
    {
        var values = Values(result);
        if (values.Count == 0) return null;
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteDirective(json, values, now);
            json.WriteString(Dimension, SafeText.Ascii(function, 64));
            foreach (var (name, _, value) in values) json.WriteNumber(name, value);
            if (result is Result.Judged judged) json.WriteString("key", judged.Change.KeyIn(judged.Group));
            if (result is Result.Answered answered) json.WriteString("findingId", SafeText.Ascii(answered.Threat.Id, 256));
            if (requestId is not null) json.WriteString("requestId", SafeText.Ascii(requestId, 64));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteDirective(Utf8JsonWriter json, List<(string Name, string Unit, double Value)> values, DateTimeOffset now)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", now.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        json.WriteStringValue(Dimension);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, unit, _) in values)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static List<(string Name, string Unit, double Value)> Values(Result result)
    {
        var values = new List<(string, string, double)>();
        void Count(string name, int count) => values.Add((name, "Count", count));
        if (HasFailed(result)) Count("EventsFailed", 1);
        if (result is Result.Answered answered)
        {
            Count("Threats", 1);
            foreach (var kind in Enum.GetValues<MeasureResult>()) Count($"Measures{kind}", answered.Measures.Count(m => m.Result == kind));
        }

        if (result is not Result.Judged judged) return values;
        Count("Violations", judged.Handled.Count(h => h.Verdict.Decision == Decision.Violation));
        Count("Undecided", judged.Handled.Count(h => h.Verdict.Decision == Decision.Undecided));
        Count("Waived", judged.Handled.Count(h => !h.Verdict.Waivers.IsEmpty));
        foreach (var outcome in Enum.GetValues<Outcome>()) Count(outcome.ToString(), judged.Handled.Count(h => h.Outcome == outcome));
        Count("FindingsFailed", judged.FindingsFailed);
        Count("NoticesFailed", judged.NoticesFailed);
        // Clocks of machines differ, and an event's time has whole seconds.
        if (judged.ClosedAt is { } closed) values.Add(("SecondsToClosed", "Seconds", Math.Max(0, Math.Round((closed - judged.Change.Time).TotalSeconds, 3))));
        return values;
    }

    /// <summary>What failed of a group is counted with the group.</summary>
    private static bool HasFailed(Result result) => result is Result.Answered answered
        ? answered.Problems.Except(answered.Groups.SelectMany(g => g.Problems)).Any()
        : !result.Problems.IsEmpty;
}

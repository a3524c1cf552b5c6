using Remediator.Changes;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Aws.Hosting;

/// <summary>One event, one line of JSON.</summary>
public static class EventLine
{
    public static string Warning(string message) => LineJson.Write(line =>
    {
        line.Text("level", "Warning");
        line.Text("message", message);
    });

    public static string Of(Result result, DateTimeOffset received, DateTimeOffset now, string? requestId = null) => LineJson.Write(line =>
    {
        line.Text("level", result.Problems.IsEmpty ? "Information" : "Error");
        line.Text("message", Message(result));
        line.Text("requestId", requestId);
        if (ChangeOf(result) is { } change) Write(line, change);
        if (result is Result.Repeated repeated) line.Time("finishedAt", repeated.FinishedAt);
        if (result is Result.Judged judged) Write(line, judged);
        if (result is Result.Answered answered) ThreatLine.Write(line, answered);
        if (!result.Problems.IsEmpty) line.Texts("problems", result.Problems);
        if (!result.Remarks.IsEmpty) line.Texts("remarks", result.Remarks);
        line.Number("handledInMs", Math.Round((now - received).TotalMilliseconds, 1));
    });

    private static string Message(Result result) => result switch
    {
        Result.NotJudged ignored => $"ignored, because {ignored.Why}",
        Result.Undone => "not handled",
        Result.Benign { Gone: > 0, Permissions: 0 } => "already gone",
        Result.Benign => "compliant",
        Result.Repeated => "handled before",
        Result.Judged => "judged",
        Result.Answered => "answered",
        _ => throw new InvalidOperationException($"unknown result {result.GetType().Name}"),
    };

    private static Change? ChangeOf(Result result) => result switch
    {
        Result.Undone undone => undone.Change,
        Result.Benign benign => benign.Change,
        Result.Repeated repeated => repeated.Change,
        Result.Judged judged => judged.Change,
        _ => null,
    };

    private static void Write(LineJson line, Change change)
    {
        line.Text("eventId", change.EventId);
        line.Text("eventName", change.EventName);
        line.Time("eventTime", change.Time);
        line.Text("account", change.Account);
        line.Text("region", change.Region);
        line.Text("group", change.Group.ToString());
        line.Text("actor", change.Actor.Arn);
        line.Text("prefixList", change.PrefixListId);
        if (!change.Closed.IsEmpty) line.Texts("closed", [.. change.Closed.Select(p => p.Content)]);
        line.Text("wholeGroupReadBecause", change.WholeGroupBecause);
    }

    private static void Write(LineJson line, Result.Judged judged)
    {
        line.Text("key", judged.Change.KeyIn(judged.Group));
        line.Text("groupId", judged.Group.GroupId);
        if (judged.ClosedAt is { } closed) line.Number("secondsToClosed", Math.Max(0, Math.Round((closed - judged.Change.Time).TotalSeconds, 1)));
        line.Objects("permissions", judged.Handled, handled => Write(line, handled));
        line.Objects("calls", judged.Calls, call => Write(line, call));
    }

    private static void Write(LineJson line, Handled handled)
    {
        line.Text("permission", handled.Verdict.Permission.ToString());
        line.Text("ruleId", handled.Verdict.Permission.RuleId);
        line.Text("verdict", handled.Verdict.Decision.ToString());
        line.Texts("rules", [.. handled.Verdict.Reasons.Select(r => r.Rule.Id)]);
        line.Text("severity", handled.Verdict.Severity.ToString());
        line.Text("outcome", handled.Outcome.ToString());
        line.Text("detail", handled.Detail);
        if (handled.Outcome == Outcome.Trimmed) line.Texts("remainder", [.. handled.Verdict.Remainder.Select(p => p.Content)]);
    }

    internal static void Write(LineJson line, CallMade call)
    {
        line.Text("operation", call.Operation);
        line.Text("requestId", call.RequestId);
        line.Text("answer", call.Answer);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using Remediator.Changes;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.OnSecurityGroupChange;

/// <summary>One event, one line of JSON. The writer escapes whatever others wrote, so a line is always one line.</summary>
internal static class EventLine
{
    public static string Warning(string message) => Line(json =>
    {
        json.WriteString("level", "Warning");
        json.WriteString("message", message);
    });

    public static string Of(Result result, DateTimeOffset received, DateTimeOffset now) => Line(json =>
    {
        json.WriteString("level", result.Problems.IsEmpty ? "Information" : "Error");
        switch (result)
        {
            case Result.NotJudged ignored:
                json.WriteString("message", $"ignored, because {ignored.Why}");
                break;
            case Result.Undone undone:
                json.WriteString("message", "not handled");
                if (undone.Change is { } change) WriteChange(json, change);
                break;
            case Result.Benign benign:
                json.WriteString("message", benign.Gone > 0 && benign.Permissions == 0 ? "already gone" : "compliant");
                WriteChange(json, benign.Change);
                break;
            case Result.Repeated repeated:
                json.WriteString("message", "handled before");
                json.WriteString("finishedAt", repeated.FinishedAt);
                WriteChange(json, repeated.Change);
                break;
            case Result.Judged judged:
                WriteJudged(json, judged);
                break;
        }

        if (!result.Problems.IsEmpty) WriteTexts(json, "problems", result.Problems);
        if (!result.Remarks.IsEmpty) WriteTexts(json, "remarks", result.Remarks);
        json.WriteNumber("handledInMs", Math.Round((now - received).TotalMilliseconds, 1));
    });

    private static void WriteJudged(Utf8JsonWriter json, Result.Judged judged)
    {
        json.WriteString("message", "judged");
        WriteChange(json, judged.Change);
        json.WriteString("groupId", judged.Group.GroupId);
        if (judged.ClosedAt is { } closed) json.WriteNumber("secondsToClosed", Math.Max(0, Math.Round((closed - judged.Change.Time).TotalSeconds, 1)));
        json.WriteStartArray("permissions");
        foreach (var handled in judged.Handled) WriteHandled(json, handled);
        json.WriteEndArray();
        json.WriteStartArray("calls");
        foreach (var call in judged.Calls) WriteCall(json, call);
        json.WriteEndArray();
    }

    private static void WriteChange(Utf8JsonWriter json, Change change)
    {
        json.WriteString("eventId", change.EventId);
        json.WriteString("eventName", change.EventName);
        json.WriteString("eventTime", change.Time);
        json.WriteString("account", change.Account);
        json.WriteString("region", change.Region);
        json.WriteString("group", change.Group.ToString());
        json.WriteString("actor", change.Actor.Arn);
        if (change.WholeGroupBecause is { } because) json.WriteString("wholeGroupReadBecause", because);
    }

    private static void WriteHandled(Utf8JsonWriter json, Handled handled)
    {
        json.WriteStartObject();
        json.WriteString("permission", handled.Verdict.Permission.ToString());
        if (handled.Verdict.Permission.RuleId is { } id) json.WriteString("ruleId", id);
        json.WriteString("verdict", handled.Verdict.Decision.ToString());
        WriteTexts(json, "rules", handled.Verdict.Reasons.Select(r => r.Rule.Id));
        json.WriteString("severity", handled.Verdict.Severity.ToString());
        json.WriteString("outcome", handled.Outcome.ToString());
        if (handled.Detail is { } detail) json.WriteString("detail", detail);
        json.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter json, CallMade call)
    {
        json.WriteStartObject();
        json.WriteString("operation", call.Operation);
        json.WriteString("requestId", call.RequestId);
        json.WriteString("answer", call.Answer);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

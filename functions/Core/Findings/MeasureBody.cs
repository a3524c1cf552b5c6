using Remediator.Containment;

namespace Remediator.Findings;

/// <summary>The text of a notice on a measure after it was taken, for a phone: the most important first.</summary>
internal static class MeasureBody
{
    public static string Of(Measure measure, MeasureTurn turn, string? detail, string noticeId, DateTimeOffset now)
    {
        string[] sections =
        [
            Section([
                $"{Head(measure, turn, detail)}: {MeasureText.What(measure)}",
                $"account {SafeText.Ascii(measure.Account, 12)}, {SafeText.Ascii(measure.Region, 32)}",
                .. Why(turn, detail)]),
            Section(["WHAT IT WAS", .. What(measure, turn, now)]),
            Section(["WHAT NOW", .. Next(measure, turn)]),
            Section(["RECORD", .. Record(measure, noticeId)]),
        ];
        return string.Join("\n\n", sections) + "\n";
    }

    private static string Section(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Head(Measure measure, MeasureTurn turn, string? detail) => (turn, measure) switch
    {
        (MeasureTurn.Overdue, Isolation) => "STILL ISOLATED, though it should have its groups back",
        (MeasureTurn.Overdue, AclBlock) => "STILL BLOCKED, though its time is over",
        (MeasureTurn.Overdue, _) => "NOT PUT BACK, though its time is over",
        (MeasureTurn.Changed, _) => "Something else stands in its place, left alone",
        (MeasureTurn.Undone, Isolation) => "Has its groups back, as somebody asked",
        (MeasureTurn.Undone, AclBlock) => "No longer blocked, as somebody asked",
        (MeasureTurn.Undone, _) => "Put back, as somebody asked",
        (_, Isolation) => "Has its groups back",
        (_, AclBlock) => "No longer blocked, since its time is over",
        _ when detail is not null => "Time is over, and it was NOT put back as it was",
        _ => "Put back, since its time is over",
    };

    private static IEnumerable<string> Why(MeasureTurn turn, string? detail)
    {
        if (SafeText.Words(detail, 400) is not { Length: > 0 } why) yield break;
        yield return turn switch
        {
            MeasureTurn.Overdue => $"Why not: {why}",
            MeasureTurn.Changed => $"What stands there: {why}",
            _ => $"Note: {why}",
        };
    }

    private static IEnumerable<string> What(Measure measure, MeasureTurn turn, DateTimeOffset now)
    {
        yield return $"{(measure is Isolation ? "an" : "a")} {MeasureText.Noun(measure)}, in answer to {ThreatWords.Id(measure.Cause.Type)} of severity {AttackLines.Number(measure.Cause.Severity)}";
        foreach (var line in MeasureText.Details(measure)) yield return line;
        yield return $"from {TimeText.Of(measure.At)}{(measure.Until is { } until ? $" until {TimeText.Of(until)}" : "")}";
        if (turn is MeasureTurn.Ended or MeasureTurn.Undone) yield return $"ended at {TimeText.Of(measure.EndedAt ?? now)}{By(measure)}";
    }

    private static string By(Measure measure) => SafeText.Words(measure.EndedBy, 200) is { Length: > 0 } by ? $" by {by}" : "";

    private static IEnumerable<string> Next(Measure measure, MeasureTurn turn)
    {
        switch (turn)
        {
            case MeasureTurn.Overdue:
                yield return measure.EndedBy is null ? "It is tried again every few minutes. To try it now:" : "To try it again:";
                yield return MeasureText.Undo(measure);
                if (MeasureCommand.Of(measure) is not { } command) yield break;
                yield return "Or by hand:";
                yield return command;
                break;
            case MeasureTurn.Changed:
                yield return "Look at it: only what was done here is taken back, exactly as it was done. What stands there now is somebody else's.";
                break;
            case MeasureTurn.Undone:
                yield return "The same finding does not lead to it again, unless it grows more severe or names another port.";
                break;
            default:
                yield return "Whoever attacked can try again. If that is seen, it is answered again.";
                break;
        }
    }

    private static IEnumerable<string> Record(Measure measure, string noticeId)
    {
        yield return $"measure {SafeText.Ascii(measure.Id, 64)}";
        yield return $"GuardDuty finding {SafeText.Ascii(measure.Cause.FindingId, 64)}";
        if (FindingLink.Of(measure.Cause.FindingId, measure.Region) is { } link) yield return link;
        yield return $"notice {noticeId}";
    }
}

using System.Globalization;
using Remediator.Changes;
using Remediator.Containment;
using Remediator.Policies;

namespace Remediator.Findings;

/// <summary>What happens to a measure after it was taken → one notice.</summary>
public static class MeasureNotice
{
    /// <param name="detail">Why, where the turn alone does not say, or what was not put back: in a few words, as <see cref="Measure.Problem"/> is.</param>
    public static Notice Of(Measure measure, MeasureTurn turn, string? detail, DateTimeOffset now)
    {
        var id = Id(measure, turn, detail);
        return new(id, Subject(measure, turn, detail), MeasureBody.Of(measure, turn, detail, id, now), Attributes(measure, turn, id));
    }

    /// <summary>The same for the same turn of the same measure, however often it is told; another once its end was moved.</summary>
    private static string Id(Measure measure, MeasureTurn turn, string? detail) => StableHash.Of(
        "measure", measure.Id, turn.ToString(), (measure.Until ?? measure.At).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), turn == MeasureTurn.Overdue ? detail ?? "" : "");

    /// <summary>As <see cref="NoticeSubject"/> has it: where room is short, what it is about is cut and the rest stays.</summary>
    private static string Subject(Measure measure, MeasureTurn turn, string? detail)
    {
        var start = $"Remediator {Verb(measure, turn, detail)} ";
        var end = $" ({ThreatWords.Short(measure.Cause.Type)})";
        return start + SafeText.Ascii(MeasureText.What(measure), NoticeSubject.Most - start.Length - end.Length) + end;
    }

    private static string Verb(Measure measure, MeasureTurn turn, string? detail) => (turn, measure) switch
    {
        (MeasureTurn.Overdue, Isolation) => "did NOT end the isolation of",
        (MeasureTurn.Overdue, AclBlock) => "did NOT end the block of",
        (MeasureTurn.Overdue, _) => "did NOT put back",
        (MeasureTurn.Changed, _) => "left alone",
        (_, Isolation) => "ended the isolation of",
        (_, AclBlock) => "ended the block of",
        (MeasureTurn.Ended, _) when detail is not null => "ended the suspension of",
        _ => "put back",
    };

    private static ImmutableSortedDictionary<string, string> Attributes(Measure measure, MeasureTurn turn, string id)
    {
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        attributes["noticeId"] = id;
        attributes["verdict"] = ThreatNotice.Verdict;
        attributes["outcome"] = turn.ToString().ToLowerInvariant();
        attributes["severity"] = Weight(turn).ToString().ToLowerInvariant();
        attributes["account"] = SafeText.Ascii(measure.Account, 64);
        attributes["region"] = SafeText.Ascii(measure.Region, 64);
        attributes["findingType"] = ThreatWords.Id(measure.Cause.Type);
        if (measure is Suspension suspension) attributes["groupId"] = SafeText.Ascii(suspension.Group.GroupId, 64);
        return attributes.ToImmutable();
    }

    private static Severity Weight(MeasureTurn turn) => turn switch
    {
        MeasureTurn.Overdue => Severity.High,
        MeasureTurn.Changed => Severity.Medium,
        _ => Severity.Low,
    };
}

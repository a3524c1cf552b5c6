using System.Globalization;
using Remediator.Changes;
using Remediator.Containment;
using Remediator.Policies;

namespace Remediator.Findings;

/// <summary>One GuardDuty finding in one state, and what was done about it besides closing holes → one notice.</summary>
public static class ThreatNotice
{
    /// <summary>The word for <c>verdict</c> in the attributes: nothing was judged.</summary>
    internal const string Verdict = "threat";

    public static Notice Of(ThreatReport report)
    {
        var threat = report.Threat;
        var id = StableHash.Of("threat", threat.Id, threat.UpdatedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        var measures = Order(report.Measures);
        return new(id, Subject(report, measures), ThreatBody.Of(report, measures, id), Attributes(report, measures, id)) { Actor = AttackLines.Who(threat) };
    }

    /// <summary>What still needs hands first, else in the report's order.</summary>
    private static ImmutableArray<MeasureReport> Order(ImmutableArray<MeasureReport> measures) =>
        [.. measures.OrderBy(m => Urgency(m.Result))];

    private static int Urgency(MeasureResult result) => result switch
    {
        MeasureResult.Failed => 0,
        MeasureResult.Taken => 1,
        MeasureResult.Observed => 2,
        MeasureResult.Declined => 3,
        _ => 4,
    };

    /// <summary>As <see cref="NoticeSubject"/> has it: where room is short, the middle is cut and the attack stays.</summary>
    private static string Subject(ThreatReport report, ImmutableArray<MeasureReport> measures)
    {
        var more = measures.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {measures.Length - 1} more") : "";
        var end = $"{more} ({ThreatWords.Short(report.Threat.Type.Text)})";
        var (start, middle) = measures.IsEmpty ? Nothing(report) : (Start(measures[0]), MeasureWords.Object(measures[0]));
        return start + SafeText.Ascii(middle, NoticeSubject.Most - start.Length - end.Length) + end;
    }

    private static (string Start, string Middle) Nothing(ThreatReport report)
    {
        var about = AttackLines.Target(report.Threat) ?? "no known resource";
        return report.Handled.IsEmpty ? ("Remediator closed NOTHING after an attack on ", about) : ("Remediator answered an attack on ", about);
    }

    private static string Start(MeasureReport first) => first.Result switch
    {
        MeasureResult.Failed => $"Remediator FAILED to {MeasureWords.Verb(first)} ",
        MeasureResult.Taken => $"Remediator {MeasureWords.Past(first)} ",
        MeasureResult.Observed => $"Remediator would {MeasureWords.Verb(first)} ",
        MeasureResult.Declined => $"Remediator did not {MeasureWords.Verb(first)} ",
        _ => "Remediator left as it is: ",
    };

    private static ImmutableSortedDictionary<string, string> Attributes(ThreatReport report, ImmutableArray<MeasureReport> measures, string id)
    {
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        attributes["noticeId"] = id;
        attributes["verdict"] = Verdict;
        attributes["outcome"] = measures.IsEmpty ? "told" : measures[0].Result.ToString().ToLowerInvariant();
        attributes["severity"] = Weight(report, measures).ToString().ToLowerInvariant();
        attributes["account"] = SafeText.Ascii(report.Threat.Account, 64);
        attributes["region"] = SafeText.Ascii(report.Threat.Region, 64);
        attributes["findingType"] = ThreatWords.Id(report.Threat.Type.Text);
        return attributes.ToImmutable();
    }

    /// <summary>What failed needs hands, however mild the attack was.</summary>
    private static Severity Weight(ThreatReport report, ImmutableArray<MeasureReport> measures)
    {
        var own = ThreatWords.Weight(report.Threat.Severity);
        return measures.Any(m => m.Result == MeasureResult.Failed) && own < Severity.High ? Severity.High : own;
    }
}

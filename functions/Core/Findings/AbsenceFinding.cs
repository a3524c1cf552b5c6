using Remediator.Policies;
using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>Findings about what is not there though it should be: one for each permission and rule.</summary>
internal static class AbsenceFinding
{
    public static IEnumerable<Finding> Of(Report report) => report.Lacks.Select(lack => Of(report, lack));

    private static Finding Of(Report report, Absence lack)
    {
        var (region, account) = (SafeText.Ascii(report.Group.Region, FindingLimits.Region), SafeText.Ascii(report.Group.Account, FindingLimits.Account));
        var seen = FindingWriter.SeenAt(report, lack.Outcome, lack.At);
        var what = PermissionText.Of(lack.Permission, report.Group);
        return new(
            FindingId.Missing(report.Group, lack.Permission, lack.RuleId),
            $"arn:{report.Partition}:securityhub:{region}:{account}:product/{account}/default",
            $"remediator/{SafeText.Line(lack.RuleId, FindingLimits.GeneratorId - "remediator/".Length)}",
            account,
            region,
            seen,
            seen,
            seen,
            lack.Severity.ToString().ToUpperInvariant(),
            SafeText.Shorten($"{SafeText.Line(lack.RuleId, 64)}: {what} is missing on {SafeText.Ascii(report.Group.GroupId, 64)}", FindingLimits.Title),
            SafeText.Shorten(Description(report, lack, what), FindingLimits.Description),
            SafeText.Shorten(Recommendation(lack), FindingLimits.Recommendation),
            lack.Outcome,
            Passed: false,
            FindingResource.Of(report.Partition, report.Group),
            [],
            Fields(report, lack, what))
        {
            EndedAt = FindingWriter.EndedAt(report, lack.Outcome, lack.At),
        };
    }

    private static string Description(Report report, Absence lack, string what)
    {
        var change = report.Change;
        var led = HappenedText.Of(change, report.Group) is { } happened ? $" {ActorText.Name(change.Actor)} {happened} at {TimeText.Of(change.Time)} {ActorText.How(change.Actor)}." : "";
        var why = SafeText.Line(lack.Why, 300) is { Length: > 0 } text ? $" Why: {text.TrimEnd('.')}." : "";
        return $"{what} was not on {SafeText.Ascii(report.Group.GroupId, 64)} at {TimeText.Of(report.SeenAt)}: {AbsenceText.Origin(lack)}. It was {AbsenceText.Ending(lack)}.{led}{why}";
    }

    private static string Recommendation(Absence lack) => lack.Outcome == Outcome.Restored
        ? "Nothing is left to do. Find out who took it away, and why."
        : "Put it back, or say in the policy that it is not needed any more.";

    private static ImmutableSortedDictionary<string, string> Fields(Report report, Absence lack, string what)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        (string Key, string? Value)[] all =
        [
            ("key", report.Key), ("decision", "missing"), ("outcome", OutcomeText.Name(lack.Outcome)), ("detail", lack.Detail), ("rule", lack.RuleId),
            ("ruleKind", lack.Kind == RuleKind.Baseline ? "baseline" : "changes"), ("entry", lack.Entry), ("permission", what), ("policy", report.Policy),
            ("eventId", report.Change.EventId), ("eventName", report.Change.EventName), ("eventTime", TimeText.Iso(report.Change.Time)), ("requestId", report.Change.RequestId),
        ];
        foreach (var (key, value) in all)
            if (SafeText.Line(value, FindingLimits.FieldValue) is { Length: > 0 } safe) fields.Add($"remediator/{key}", safe);
        return fields.ToImmutable();
    }
}

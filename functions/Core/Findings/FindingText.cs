using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>What a finding says in sentences. The certain and short stands first, so that a cut takes the least.</summary>
internal static class FindingText
{
    public static string Title(Report report, Handled handled, Reason reason)
    {
        var rule = $"{SafeText.Line(reason.Rule.Id, 64)} {SafeText.Line(reason.Rule.Name, 80)}".TrimEnd();
        var verb = reason.Decision == Decision.Undecided ? "may be forbidden" : "is forbidden";
        return SafeText.Shorten($"{rule}: {Permission(report, handled)} {verb} on {SafeText.Ascii(report.Group.GroupId, 64)}", FindingLimits.Title);
    }

    public static string Description(Report report, Handled handled, Reason reason)
    {
        var permission = handled.Verdict.Permission;
        var words = string.Join(' ', Sentences(report, handled, reason));
        if (!string.IsNullOrWhiteSpace(permission.Description)) words += $" Its description: {SafeText.Quote(permission.Description, 200)}.";
        return SafeText.Shorten(words, FindingLimits.Description);
    }

    public static string Recommendation(Report report, Handled handled, Reason reason)
    {
        var rule = SafeText.Line(reason.Rule.Id, 64);
        var exception = $"If the access is needed, ask the security team for an exception (`unless`) in rule {rule}.";
        var text = handled.Outcome switch
        {
            Outcome.Revoked => $"Nothing is left to remove. Connections made before go on until they close. {exception}",
            Outcome.Failed => $"Look whether it is still there, and remove it by hand. {RevokeCommand.Of(report.Group, handled.Verdict.Permission)}",
            Outcome.OpenedAgain => $"It was opened again after it was removed: find out by whom, before it is removed once more. {exception}",
            _ => $"Remove the permission, or say in the policy that it is allowed. {exception}",
        };
        return SafeText.Shorten(text.TrimEnd(), FindingLimits.Recommendation);
    }

    private static IEnumerable<string> Sentences(Report report, Handled handled, Reason reason)
    {
        var opened = $"{Permission(report, handled)} on {SafeText.Ascii(report.Group.GroupId, 64)}";
        yield return Blame.IsCertain(report)
            ? $"{ActorText.Name(report.Change.Actor)} opened {opened} at {TimeText.Of(report.Change.Time)} {ActorText.How(report.Change.Actor)}."
            : $"{opened} was found open at {TimeText.Of(report.SeenAt)}; who opened it is not known.";
        yield return $"It was {OutcomeText.Of(handled)}.";
        if (ExtentText.Of(handled.Verdict) is { } extent) yield return $"Forbidden of it: {extent}.";
        if (SafeText.Line(reason.Rule.Why, 300) is { Length: > 0 } why) yield return $"Why rule {SafeText.Line(reason.Rule.Id, 64)}: {why.TrimEnd('.')}.";
    }

    private static string Permission(Report report, Handled handled) => PermissionText.Of(handled.Verdict.Permission, report.Group);
}

using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>What a finding says in sentences. The certain and short stands first, so that a cut takes the least.</summary>
internal static class FindingText
{
    public static string Title(Report report, Handled handled, Reason reason)
    {
        return SafeText.Shorten($"{RuleText.Heading(reason.Rule)}: {Permission(report, handled)} {RuleText.Verb(reason)} on {SafeText.Ascii(report.Group.GroupId, 64)}", FindingLimits.Title);
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
        var exception = Exception(reason.Rule);
        var text = handled.Outcome switch
        {
            Outcome.Revoked => $"Nothing is left to remove. Connections made before go on until they close. To undo it: remediator undo {report.Key}. {exception}",
            Outcome.Trimmed => $"What was forbidden of it is gone, and what nobody forbids remains. Connections made before go on until they close. To undo it: remediator undo {report.Key}. {exception}",
            Outcome.Failed => $"Look whether it is still there, and remove it by hand. {RevokeCommand.Of(report.Group, handled.Verdict.Permission)}",
            Outcome.Held => $"It is judged again by itself. To let it go now: remediator release {report.Key}. {exception}",
            Outcome.OpenedAgain => $"It was opened again after it was removed: find out by whom, before it is removed once more. {exception}",
            _ => $"Remove the permission, or say in the policy that it is allowed. {exception}",
        };
        return SafeText.Shorten(text.TrimEnd(), FindingLimits.Recommendation);
    }

    private static string Exception(Rule rule) => rule.Kind switch
    {
        RuleKind.Baseline => $"If it should be there, ask the security team for an entry in baseline {RuleText.Id(rule)}.",
        RuleKind.ChangeControl => $"Who may change this group stands under `changes` ({RuleText.Id(rule)}) in the policy.",
        _ => $"If the access is needed, ask the security team for an exception (`unless`) in rule {RuleText.Id(rule)}.",
    };

    private static IEnumerable<string> Sentences(Report report, Handled handled, Reason reason)
    {
        yield return Opened(report, handled, $"{Permission(report, handled)} on {SafeText.Ascii(report.Group.GroupId, 64)}");
        yield return $"It was {OutcomeText.Of(handled)}.";
        if (RuleText.Drift(report, reason) is { } drift) yield return drift;
        if (TrimText.Sentence(handled, report.Group) is { } kept) yield return kept;
        if (ExtentText.Of(handled.Verdict) is { } extent) yield return $"{RuleText.Capital(RuleText.Label(handled.Verdict))} of it: {extent}.";
        if (SafeText.Line(reason.Rule.Why, 300) is { Length: > 0 } why) yield return $"Why rule {SafeText.Line(reason.Rule.Id, 64)}: {why.TrimEnd('.')}.";
    }

    private static string Opened(Report report, Handled handled, string what)
    {
        var change = report.Change;
        if (Blame.IsCertain(report)) return $"{ActorText.Name(change.Actor)} opened {what} at {TimeText.Of(change.Time)} {ActorText.How(change.Actor)}.";
        var isDefault = change.Kind == ChangeKind.Created && handled.Verdict.Permission is { Direction: Direction.Egress, Protocol: "-1" };
        return isDefault
            ? $"{what} is what a new group lets out: {ActorText.Name(change.Actor)} created it at {TimeText.Of(change.Time)} {ActorText.How(change.Actor)}."
            : $"{what} was found open at {TimeText.Of(report.SeenAt)}; who opened it is not known.{Led(report)}";
    }

    /// <summary>What led there, where it did not simply open something.</summary>
    private static string Led(Report report) => HappenedText.Of(report.Change, report.Group) is { } happened
        ? $" Before that, {ActorText.Name(report.Change.Actor)} {happened} at {TimeText.Of(report.Change.Time)}."
        : "";

    private static string Permission(Report report, Handled handled) => PermissionText.Of(handled.Verdict.Permission, report.Group);
}

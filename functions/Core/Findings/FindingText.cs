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
        var group = SafeText.Ascii(report.Group.GroupId, 64);
        if (reason.Rule.Kind == RuleKind.Threat) return SafeText.Shorten($"Attack through {Permission(report, handled)} on {group}{(report.Threat is { } threat ? $": {ThreatWords.Plain(threat.Type)}" : "")}", FindingLimits.Title);
        return SafeText.Shorten($"{RuleText.Heading(reason.Rule)}: {Permission(report, handled)} {RuleText.Verb(reason)} on {group}", FindingLimits.Title);
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
        if (DoorText.IsOne(report) && Attacked(report, handled, reason) is { } attacked) return SafeText.Shorten(attacked, FindingLimits.Recommendation);
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

    /// <summary>Where the attack says more than the rule; null where it does not.</summary>
    private static string? Attacked(Report report, Handled handled, Reason reason) => handled.Outcome switch
    {
        Outcome.Revoked when DoorText.IsSuspended(handled.Verdict) =>
            $"It is judged again{(report.SuspendedUntil is { } until ? $" at {TimeText.Of(until)}" : "")}, and put back if the policy allows it then. To put it back now: remediator undo {report.Key}. Connections made before may go on until they close.",
        Outcome.Told when reason.Rule.Kind == RuleKind.Threat && DoorText.IsAllowed(handled.Verdict) =>
            "The policy allows it, and an attack came through it. Narrow it, remove it, or forbid it by a rule; `suspend` under `threats` in the policy closes such for a while.",
        Outcome.Revoked or Outcome.Trimmed when reason.Rule.Kind == RuleKind.Threat =>
            $"Look whether the attack got through: connections made before may go on until they close. To undo it: remediator undo {report.Key}.",
        Outcome.Held when reason.Rule.Kind == RuleKind.Threat => $"It is judged again by itself. To let it go now: remediator release {report.Key}.",
        Outcome.Observed or Outcome.Told when reason.Rule.Kind == RuleKind.Threat => "Remove the permission, or narrow it: an attack came through it.",
        _ => null,
    };

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
        if (reason.Rule.Kind != RuleKind.Threat && RuleText.Drift(report, reason) is { } drift) yield return drift;
        if (TrimText.Sentence(handled, report.Group) is { } kept) yield return kept;
        if (ExtentText.Of(handled.Verdict) is { } extent) yield return DoorText.IsAllowed(handled.Verdict) ? $"It admits {extent}." : $"{RuleText.Capital(RuleText.Label(handled.Verdict))} of it: {extent}.";
        if (SafeText.Line(reason.Rule.Why, 300) is { Length: > 0 } why) yield return $"{(reason.Rule.Kind == RuleKind.Threat ? "" : $"Why rule {SafeText.Line(reason.Rule.Id, 64)}: ")}{why.TrimEnd('.')}.";
    }

    private static string Opened(Report report, Handled handled, string what)
    {
        var change = report.Change;
        if (Blame.IsCertain(report)) return $"{ActorText.Name(change.Actor)} opened {what} at {TimeText.Of(change.Time)} {ActorText.How(change.Actor)}.";
        if (DoorText.IsOne(report)) return Attacked(report, handled, what);
        var isDefault = change.Kind == ChangeKind.Created && handled.Verdict.Permission is { Direction: Direction.Egress, Protocol: "-1" };
        return isDefault
            ? $"{what} is what a new group lets out: {ActorText.Name(change.Actor)} created it at {TimeText.Of(change.Time)} {ActorText.How(change.Actor)}."
            : $"{what} was found open at {TimeText.Of(report.SeenAt)}; who opened it is not known.{Led(report)}";
    }

    private static string Attacked(Report report, Handled handled, string what)
    {
        var attack = report.Threat is { } threat ? $" GuardDuty saw {AttackLines.Line(threat)} come through it (finding {SafeText.Ascii(threat.Id, 64)})." : "";
        return DoorText.Opener(report, handled.Verdict.Permission) is { } opener
            ? $"{what} was opened by {opener}.{attack}"
            : $"{what} was found open at {TimeText.Of(report.SeenAt)}; we did not see who opened it.{attack}";
    }

    /// <summary>What led there, where it did not simply open something.</summary>
    private static string Led(Report report) => HappenedText.Of(report.Change, report.Group) is { } happened
        ? $" Before that, {ActorText.Name(report.Change.Actor)} {happened} at {TimeText.Of(report.Change.Time)}."
        : "";

    private static string Permission(Report report, Handled handled) => PermissionText.Of(handled.Verdict.Permission, report.Group);
}

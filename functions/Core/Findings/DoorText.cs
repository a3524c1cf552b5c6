using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>A permission that an attack came through: whether the policy forbids it besides, and who opened it.</summary>
internal static class DoorText
{
    /// <summary>No rule of the policy has anything against it: only the attack has.</summary>
    public static bool IsAllowed(Verdict verdict) => !verdict.Reasons.IsEmpty && verdict.Reasons.All(r => r.Rule.Kind == RuleKind.Threat);

    /// <summary>Closed for a while, or meant to be, because of the attack: no enforcing rule of the policy asks for that.</summary>
    public static bool IsSuspended(Verdict verdict) =>
        verdict.Reasons.Any(r => r.Rule.Kind == RuleKind.Threat && r.Asks == RuleAction.Revoke)
        && !verdict.Reasons.Any(r => r.Rule.Kind != RuleKind.Threat && !r.Observing && r.Asks == RuleAction.Revoke);

    /// <summary>Closed for a while by now.</summary>
    public static bool IsSuspended(Handled handled) => handled.Outcome is Outcome.Revoked or Outcome.OpenedAgain && IsSuspended(handled.Verdict);

    /// <summary>Who opened it, in one line; null where we did not see it.</summary>
    public static string? Opener(Report report, Permission permission) => report.Openings.TryGetValue(permission, out var opening)
        ? $"{ActorText.Name(opening.Actor)} from {ActorText.Source(opening.Actor)}, {ActorText.How(opening.Actor)}{ActorText.Factor(opening.Actor)}, at {TimeText.Of(opening.At)}"
        : null;

    /// <summary>The event that opened it, by which CloudTrail's record is found; null where we did not see it.</summary>
    public static string? Event(Report report, Permission permission) => report.Openings.TryGetValue(permission, out var opening)
        ? $"{SafeText.Words(opening.EventName, 64)}, event {SafeText.Words(opening.EventId, 100)}"
        : null;

    public static bool IsOne(Report report) => report.Change.Kind == ChangeKind.Attacked;
}

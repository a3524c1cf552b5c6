using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Remediations;
using Remediator.Steps.Guarding;
using Remediator.Verdicts;

namespace Remediator.Steps;

/// <summary>Why something is not done that a rule asks for: who outranks the rule, what is not known well enough, or what is too much.</summary>
/// <param name="ceiling">What the environment allows.</param>
/// <param name="guard">What the ledger says; null while it was not asked.</param>
/// <param name="held">What is judged again because it was held; null for a delivery of the event.</param>
internal sealed class Restraint(Policy policy, Mode ceiling, Invocation invocation, Change change, Judgement.Due due, Guard? guard, Attempt? held = null)
{
    /// <summary>Null when the permission may be removed or cut down.</summary>
    public Objection? On(Verdict verdict)
    {
        if (WhyNothing() is { } nothing) return new(nothing);
        if (!due.Subject.MayActOn(verdict.Permission))
        {
            if (HeldBefore(verdict.Permission) is not { } before) return new("what stands there now is not known to be what this event opened");
            // A late delivery must not end what waits for its turn.
            if (held is null) return new(before.Detail ?? "it is held", IsHeld: true);
        }

        return WhyHeld(verdict) is { } why ? new(why, IsHeld: true) : null;
    }

    /// <summary>What is missing, with why it is not put back where the baseline alone would put it back.</summary>
    public ImmutableArray<Shortfall> OnPuttingBack()
    {
        var why = WhyNothing()
            ?? (change.Kind == ChangeKind.Closed && invocation.MayBe(change.Actor) ? "it was closed in a session of this function's own name" : null)
            ?? (IsLate ? "the event is late" : null)
            ?? (guard is { Waivers.IsEmpty: false } ? "a waiver is in force for the group" : null)
            ?? guard?.WhyNotPutBack
            ?? LedgerIsDown();
        return [.. due.Shortfalls.Select(a => a.WhyNotRestored is null ? a with { WhyNotRestored = why } : a)];
    }

    private bool IsLate => due.Situation.Now - change.Time > Timing.Late;

    private string? WhyNothing()
    {
        if (ceiling == Mode.Observe) return "the mode is observe";
        if (guard?.Switch is { } on) return $"the kill switch is on since {on.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {on.Why}";
        return policy.Guardrails?.Protected?.Choose(due.Situation.Group) switch
        {
            Selection.Yes => "the group is protected",
            Selection.Unknown => "whether the group is protected could not be read",
            _ => null,
        };
    }

    private string? WhyHeld(Verdict verdict)
    {
        if (guard is null) return null;
        if (LedgerIsDown() is { } down && !(guard.MayActWithoutLedger && ActsWithoutLedger(verdict))) return down;
        if (guard.Claim is ClaimAnswer.Granted { Earlier.LetGoBy: not null }) return null;
        if (guard.OverBudget.TryGetValue(verdict.Permission, out var limit)) return $"the limit of {limit} is reached";
        return guard.Fights.TryGetValue(verdict.Permission, out var fight) && fight.IsPipeline ? $"{fight.Words} by {change.Actor.IssuerArn ?? change.Actor.Arn}, which may change the group" : null;
    }

    /// <summary>What was held is late when its turn comes: the same rule with the same content is what was to be removed in time.</summary>
    private Handled? HeldBefore(Permission permission)
    {
        var earlier = held ?? (guard?.Claim as ClaimAnswer.Granted)?.Earlier;
        return earlier?.Progress.Handled.FirstOrDefault(h => h.Outcome == Outcome.Held && h.Verdict.Permission.RuleId is { } id && id == permission.RuleId && h.Verdict.Permission.Equals(permission));
    }

    private string? LedgerIsDown() => guard?.LedgerProblem is { } problem ? $"the ledger could not be read: {problem}" : null;

    /// <summary>Every rule that asks for it says that it is not to wait for the ledger.</summary>
    private static bool ActsWithoutLedger(Verdict verdict) => verdict.Reasons.Where(r => !r.Observing && r.Asks >= RuleAction.Trim).All(r => r.Rule.WhenLedgerDown == WhenLedgerDown.Act);
}

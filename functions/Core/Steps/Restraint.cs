using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Why something is not done that a rule asks for: who outranks the rule, or what is not known well enough.</summary>
/// <param name="ceiling">What the environment allows.</param>
internal sealed class Restraint(Policy policy, Mode ceiling, Invocation invocation, Change change, Judgement.Due due)
{
    /// <summary>In a few words for people; null when the permission may be removed or cut down.</summary>
    public string? WhyNotAct(Permission permission) =>
        WhyNothing() ?? (due.Subject.MayActOn(permission) ? null : "what stands there now is not known to be what this event opened");

    /// <summary>What is missing, with why it is not put back where the baseline alone would put it back.</summary>
    public ImmutableArray<Shortfall> OnPuttingBack()
    {
        var why = WhyNothing() ?? (IsPerhapsOurs() ? "it was closed in a session of this function's own name" : null) ?? (IsLate ? "the event is late" : null);
        return [.. due.Shortfalls.Select(a => a.WhyNotRestored is null ? a with { WhyNotRestored = why } : a)];
    }

    private bool IsLate => due.Situation.Now - change.Time > Timing.Late;

    private string? WhyNothing()
    {
        if (ceiling == Mode.Observe) return "the mode is observe";
        return policy.Guardrails?.Protected?.Choose(due.Situation.Group) switch
        {
            Selection.Yes => "the group is protected",
            Selection.Unknown => "whether the group is protected could not be read",
            _ => null,
        };
    }

    /// <summary>Were it a call of ours that no ledger here knows of, putting back what it closed could go round for ever.</summary>
    private bool IsPerhapsOurs() => change.Kind == ChangeKind.Closed && invocation.Session is { } session
        && change.Actor.Arn.Contains(":assumed-role/", StringComparison.Ordinal) && change.Actor.Arn.EndsWith($"/{session}", StringComparison.Ordinal);
}

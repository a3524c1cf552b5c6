using Remediator.Groups;
using Remediator.Incoming;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts.Lacking;

/// <summary>Whether what a baseline names may be put back. Closing a hole always beats it: a deny rule, an actor who may change the
/// group, and a waiver all come first.</summary>
internal sealed class Restorability(Policy policy, Baseline baseline, Situation situation)
{
    private readonly string? _whyNothing = WhyNothing(policy, baseline, situation);

    public Baseline Baseline => baseline;

    /// <summary>In a few words for people; null when it may.</summary>
    public string? WhyNot(Permission missing) => WhyForbidden(missing) ?? _whyNothing;

    /// <summary>Judged as what nobody in particular opened: neither this actor's right to open it nor the lack of that counts.</summary>
    private string? WhyForbidden(Permission missing)
    {
        var verdict = Judge.Decide(policy, missing, situation with { OpenedBy = null, Actor = null });
        if (verdict.Decision is Decision.Compliant or Decision.Waived) return null;
        var rules = string.Join(", ", verdict.Reasons.Where(r => r.Decision == verdict.Decision).Select(r => Quoted.Text(r.Rule.Id)).Distinct());
        return verdict.Decision == Decision.Violation ? $"forbidden by {rules}" : $"whether {rules} forbids it cannot be told";
    }

    private static string? WhyNothing(Policy policy, Baseline baseline, Situation situation)
    {
        if (Outranked(policy, situation) is { } outranked) return outranked;
        if (situation.Waivers.FirstOrDefault(w => w.Group == situation.Group.Key && w.IsInForce(situation.Now)) is { } waiver)
            return $"waiver {Quoted.Text(waiver.Id)} is in force for the group";
        if (policy.Mode == Mode.Observe || baseline.Mode == Mode.Observe) return "the policy or the baseline only observes";
        return baseline.Restore ? null : "the baseline only tells of what is missing";
    }

    private static string? Outranked(Policy policy, Situation situation)
    {
        if (situation.Actor is not { } actor) return null;
        var allowing = policy.Changes.Where(c => c.Allow.Allows(actor)).Select(c => c.Groups);
        return new GroupSelector.OneOf([.. allowing]).Choose(situation.Group) switch
        {
            Selection.Yes => $"baseline out of date: {Quoted.Text(actor.Arn)} may change the group",
            Selection.Unknown => $"whether {Quoted.Text(actor.Arn)} may change the group is not known",
            _ => null,
        };
    }
}

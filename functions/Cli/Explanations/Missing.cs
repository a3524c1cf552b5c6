using Remediator.Changes;
using Remediator.Findings;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Cli.Explanations;

/// <summary>What a group lacks once an event's verdicts are carried out: what its baselines name, and what somebody closed who may not.</summary>
internal sealed class Missing(Policy policy)
{
    private readonly Shortfalls _shortfalls = new(policy);

    /// <param name="open">Gets what cannot be told.</param>
    public Lacking Of(Explanation explanation, List<OpenQuestion> open)
    {
        var (change, situation) = (explanation.Change, explanation.Situation);
        if (explanation.Group is null)
        {
            if (change.Kind == ChangeKind.Closed && IsUnknown(change, situation)) open.Add(new("what was closed may be what a baseline or change control wants kept, and the group is not in the input", Explainer.GiveGroups));
            // Without baselines, what stands in the group does not matter.
            return policy.Baselines.IsEmpty ? _shortfalls.Of(situation, change.Closed) : Lacking.Nothing;
        }

        var after = Drift.StandingAfter(situation.Standing!.Value, explanation.Verdicts);
        var lacking = _shortfalls.Of(situation with { Standing = after }, change.Closed);
        foreach (var untold in lacking.Untold) open.Add(new($"whether something is missing: {SafeText.Line(untold, 400)}", "compare the group with its baseline by hand"));
        return policy.Guardrails?.Protected?.Choose(situation.Group) == Selection.Yes
            ? lacking with { Shortfalls = [.. lacking.Shortfalls.Select(s => s with { WhyNotRestored = s.WhyNotRestored ?? "the group is protected" })] }
            : lacking;
    }

    private bool IsUnknown(Change change, Situation situation) => !Drift.Needs(policy, situation).IsNothing
        || _shortfalls.Against(change.Actor, situation.Group).Any(control => control.Groups.Choose(situation.Group) == Selection.Unknown);
}

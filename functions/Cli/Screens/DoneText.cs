using Remediator.Cli.Explanations;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>What a function that may act would do about a verdict.</summary>
internal static class DoneText
{
    /// <summary>Null when nothing is to be done.</summary>
    public static string? Of(Verdict verdict, Policy policy, Explanation explanation)
    {
        if (verdict.Decision is Decision.Compliant or Decision.Waived || Asked.Of(verdict) is not { } action) return null;
        if (action == RuleAction.Notify) return "people would be told, and nothing changed";
        var act = action == RuleAction.Trim ? "cut down to what remains" : "revoked";
        if (verdict.Action is null) return $"people would be told, and nothing changed: who asks for it only observes; else it would be {act}";
        return policy.Guardrails?.Protected?.Choose(explanation.Situation.Group) switch
        {
            Selection.Yes => $"people would be told, and nothing changed: the group is protected; else it would be {act}",
            Selection.Unknown => $"it would be {act}, unless the group is protected, which hangs on what is not known of it",
            _ => $"it would be {act}",
        };
    }
}

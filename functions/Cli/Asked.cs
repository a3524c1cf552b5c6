using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Cli;

/// <summary>What the rules ask for.</summary>
internal static class Asked
{
    /// <summary>The verdict's action; where all rules only observe, the strongest that they would have asked for. Null when no rule
    /// has anything against it.</summary>
    public static RuleAction? Of(Verdict verdict)
    {
        if (verdict.Action is { } action) return action;
        RuleAction? strongest = null;
        foreach (var reason in verdict.Reasons)
            if (strongest is null || reason.Asks > strongest) strongest = reason.Asks;
        // A trim that would keep nothing would be a revoke.
        return strongest == RuleAction.Trim && verdict.Decision == Decision.Violation && verdict.Remainder.IsEmpty ? RuleAction.Revoke : strongest;
    }
}

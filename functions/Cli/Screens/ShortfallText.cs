using Remediator.Cli.Explanations;
using Remediator.Findings;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>One permission that should be there and is not, in a tree.</summary>
internal static class ShortfallText
{
    public static void Hang(Branch root, Explanation explanation, Shortfall shortfall)
    {
        var branch = root.Add(new Line().Add("- ", Tone.Doubt).Add(PermissionText.Of(shortfall.Verdict.Permission, explanation.Key), Tone.Strong).Add(": missing, ", Tone.Doubt).Add(Words.Of(shortfall.Verdict.Severity)));
        foreach (var reason in shortfall.Verdict.Reasons) Hang(branch, reason);
        branch.Add(shortfall.WhyNotRestored is { } why ? $"people would be told, and nothing put back: {SafeText.Line(why, 400)}" : Done(shortfall), Tone.Strong);
    }

    private static void Hang(Branch branch, Reason reason)
    {
        var rule = reason.Rule;
        var below = branch.Add(new Line().Add(RuleText.Of(rule), Tone.Strong).Add($" ({SafeText.Line(rule.Place.ToString(), 250)})", Tone.Quiet).Add(reason.Observing ? ", only observes" : "", Tone.Quiet));
        if (rule.Kind == RuleKind.ChangeControl) below.Add("closed by somebody who may not");
        below.Add($"why: {SafeText.Line(rule.Why, 400)}", Tone.Quiet);
    }

    private static string Done(Shortfall shortfall) => shortfall.Verdict.Reasons.All(r => r.Observing)
        ? "people would be told, and nothing put back: who asks for it only observes"
        : "it would be put back";
}

using Remediator.Findings;
using Remediator.Policies;

namespace Remediator.Cli.Screens;

/// <summary>A rule by its id and its name: <c>SG001 admin-ports-from-internet</c>, <c>WEB (baseline)</c>.</summary>
internal static class RuleText
{
    public static string Of(Rule rule) => rule.Kind switch
    {
        RuleKind.Baseline => $"{SafeText.Line(rule.Id, 100)} (baseline)",
        RuleKind.ChangeControl => $"{SafeText.Line(rule.Id, 100)} (change control)",
        _ => SafeText.Line($"{rule.Id} {rule.Name}", 150),
    };
}

using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Cli;

/// <summary>The policy language's own words, which JSON and text use too.</summary>
internal static class Words
{
    public static string Of(Direction direction) => direction == Direction.Ingress ? "ingress" : "egress";

    public static string Of(Mode mode) => mode == Mode.Enforce ? "enforce" : "observe";

    public static string Of(Decision decision) => decision switch
    {
        Decision.Compliant => "compliant",
        Decision.Waived => "waived",
        Decision.Undecided => "undecided",
        _ => "violation",
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Informational => "informational",
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        _ => "critical",
    };

    public static string Of(RuleAction action) => action switch
    {
        RuleAction.Notify => "notify",
        RuleAction.Trim => "trim",
        _ => "revoke",
    };

    public static string Of(RuleKind kind) => kind switch
    {
        RuleKind.Baseline => "baseline",
        RuleKind.ChangeControl => "change-control",
        _ => "deny",
    };

    public static IEnumerable<string> Of(NeededFacts facts)
    {
        if (facts.HasFlag(NeededFacts.Fixed)) yield return "name-and-vpc";
        if (facts.HasFlag(NeededFacts.Tags)) yield return "tags";
        if (facts.HasFlag(NeededFacts.Attached)) yield return "attached";
    }
}

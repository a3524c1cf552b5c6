using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>What kind of rule speaks, in words: a rule of the policy, a baseline, or change control.</summary>
internal static class RuleText
{
    private const int MostOfId = 64;

    public static string Id(Rule rule) => SafeText.Line(rule.Id, MostOfId);

    /// <summary>A baseline and change control have no name besides their id.</summary>
    public static string Heading(Rule rule) => rule.Kind == RuleKind.Threat ? "The attack"
        : rule.Name == rule.Id ? Id(rule) : $"{Id(rule)} {SafeText.Line(rule.Name, 80)}".TrimEnd();

    /// <summary>What a baseline or change control holds against it; null for a rule, which says so itself.</summary>
    public static string? Drift(Report report, Reason reason) => reason.Rule.Kind switch
    {
        RuleKind.Baseline when reason.Outdated => $"Not in baseline {Id(reason.Rule)}, and opened by somebody who may change the group: the baseline is out of date.",
        RuleKind.Baseline => $"Drift from baseline {Id(reason.Rule)}: not in it.",
        RuleKind.ChangeControl when Blame.IsCertain(report) => $"{ActorText.Name(report.Change.Actor)} may not change this group.",
        RuleKind.ChangeControl => "Whoever opened it may not change this group.",
        RuleKind.Threat => Attack(report),
        _ => null,
    };

    /// <summary>What GuardDuty saw.</summary>
    private static string Attack(Report report) => report.Threat is { } threat ? $"GuardDuty saw {ThreatWords.Plain(threat.Type)} come through it, severity {AttackLines.Number(threat)} of 10." : "GuardDuty saw an attack come through it.";

    /// <summary>What the strongest kind of rule that speaks calls it.</summary>
    public static string Word(Verdict verdict) => verdict.Reasons.IsEmpty ? "forbidden" : Kind(verdict) switch
    {
        RuleKind.Threat => "attacked",
        RuleKind.Baseline => "extra",
        RuleKind.ChangeControl => "unauthorised",
        _ => "forbidden",
    };

    /// <summary>The strongest kind of rule of the policy; the attack alone only where none has anything against it.</summary>
    private static RuleKind Kind(Verdict verdict) => DoorText.IsAllowed(verdict) ? RuleKind.Threat : verdict.Reasons.Where(r => r.Rule.Kind != RuleKind.Threat).Max(r => r.Rule.Kind);

    /// <summary>As <see cref="Word"/>, before how much it is; of what is undecided it is the most that it can be.</summary>
    public static string Label(Verdict verdict) => verdict.Decision == Decision.Undecided ? $"perhaps {Word(verdict)}" : Word(verdict);

    public static string Capital(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";

    /// <summary>What the rules are called, before their ids.</summary>
    public static string Noun(IReadOnlyList<Reason> reasons)
    {
        var noun = reasons.All(r => r.Rule.Kind == RuleKind.Baseline) ? "baseline" : "rule";
        return reasons.Count == 1 ? noun : $"{noun}s";
    }

    /// <summary>Completes "tcp/22 from 0.0.0.0/0 … on sg-0a".</summary>
    public static string Verb(Reason reason) => (reason.Rule.Kind, reason.Decision) switch
    {
        (RuleKind.Baseline, Decision.Undecided) => "may not be in the baseline",
        (RuleKind.Baseline, _) => "is not in the baseline",
        (RuleKind.ChangeControl, Decision.Undecided) => "may be opened by somebody who may not",
        (RuleKind.ChangeControl, _) => "was opened by somebody who may not",
        (RuleKind.Threat, _) => "let an attack in",
        (_, Decision.Undecided) => "may be forbidden",
        _ => "is forbidden",
    };

    /// <summary>How somebody gets what they need in a legitimate way; <see cref="Where"/> goes on.</summary>
    public static string Question(RuleKind kind) => kind switch
    {
        RuleKind.Baseline => "Should it be there? Ask the security team for an entry",
        RuleKind.ChangeControl => "Is the change needed? Who may make it stands under `changes`",
        _ => "Is it needed for good? Ask the security team for an exception (`unless`)",
    };

    public static string Where(RuleKind kind, int count) => kind switch
    {
        RuleKind.Baseline => count == 1 ? "in baseline" : "in baselines",
        RuleKind.ChangeControl => "in",
        _ => count == 1 ? "in rule" : "in rules",
    };
}

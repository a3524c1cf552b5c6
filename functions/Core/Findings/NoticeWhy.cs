using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>Each rule that has something to say, the most severe first, in its author's words.</summary>
internal static class NoticeWhy
{
    private const int MostWhys = 3;

    public static IEnumerable<string> Lines(Report report, ImmutableArray<Handled> told)
    {
        var reasons = Reasons(told);
        foreach (var reason in reasons.Take(NoticeWhat.MostListed))
        {
            foreach (var line in reason.Rule.Kind == RuleKind.Threat ? Attack(report, reason, told) : Lines(report, reason)) yield return line;
        }

        if (NoticeWhat.More(reasons.Length, "rule") is { } more) yield return more;
    }

    /// <summary>One reason for each rule; where a rule forbids one permission and cannot judge another, what it forbids stands.</summary>
    public static ImmutableArray<Reason> Reasons(ImmutableArray<Handled> told) =>
    [
        .. told.SelectMany(h => h.Verdict.Reasons)
            .OrderByDescending(r => r.Decision)
            .DistinctBy(r => r.Rule.Id, StringComparer.Ordinal)
            .OrderByDescending(r => r.Rule.Severity)
            .ThenBy(r => r.Rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>What it asks for may differ from one permission to the next.</summary>
    private static IEnumerable<string> Attack(Report report, Reason first, ImmutableArray<Handled> told)
    {
        yield return $"{RuleText.Heading(first.Rule)} ({first.Rule.Severity.ToString().ToLowerInvariant()})";
        if (RuleText.Drift(report, first) is { } seen) yield return seen;
        var whys = told.SelectMany(h => h.Verdict.Reasons).Where(r => r.Rule.Kind == RuleKind.Threat).Select(r => SafeText.Words(r.Rule.Why, 300)).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal);
        foreach (var why in whys.Take(MostWhys)) yield return why;
    }

    private static IEnumerable<string> Lines(Report report, Reason reason)
    {
        var rule = reason.Rule;
        yield return $"{RuleText.Heading(rule)} ({rule.Severity.ToString().ToLowerInvariant()})";
        if (RuleText.Drift(report, reason) is { } drift) yield return drift;
        if (SafeText.Line(rule.Why, 500) is { Length: > 0 } why) yield return why;
        if (reason.Decision == Decision.Undecided) yield return Undecided(reason);
        if (reason.OnlyTells) yield return "The permissions admit too much together: which of them goes is for people to say.";
        if (reason.Observing) yield return "This rule only observes.";
        if (!rule.Controls.IsDefaultOrEmpty) yield return Controls(rule);
    }

    private static string Undecided(Reason reason)
    {
        var asks = reason.Rule.Undecided == RuleAction.Revoke ? "revoke" : "tell";
        return reason.Because is null
            ? $"What the peer admits could not be read; then this rule asks to {asks}."
            : $"Not decided: {OutcomeText.Because([reason])}; then this rule asks to {asks}.";
    }

    private static string Controls(Rule rule)
    {
        var more = NoticeWhat.More(rule.Controls.Length, "control") is { } rest ? $" {rest}" : "";
        return $"Controls: {string.Join(", ", rule.Controls.Take(NoticeWhat.MostListed).Select(c => SafeText.Line(c, 64)))}{more}";
    }
}

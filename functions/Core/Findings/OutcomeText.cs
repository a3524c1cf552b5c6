using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>What was done, or not done, and why, in words that complete "the permission was …".</summary>
internal static class OutcomeText
{
    private const int MostOfDetail = 300;

    /// <summary>The name of the outcome in attributes and fields: stable, programs filter by it.</summary>
    public static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Revoked => "revoked",
        Outcome.Observed => "observed",
        Outcome.Told => "told",
        Outcome.Failed => "failed",
        Outcome.OpenedAgain => "openedAgain",
        Outcome.Trimmed => "trimmed",
        Outcome.Restored => "restored",
        Outcome.Missing => "missing",
        Outcome.Held => "held",
        _ => "gone",
    };

    public static string Name(Decision decision) => decision switch
    {
        Decision.Violation => "violation",
        Decision.Undecided => "undecided",
        Decision.Waived => "waived",
        _ => "compliant",
    };

    public static string Of(Handled handled) => handled.Outcome switch
    {
        Outcome.Revoked when DoorText.IsSuspended(handled.Verdict) => $"revoked for a while, and verified to be gone{Detail(handled)}",
        Outcome.Revoked => $"revoked, and verified to be gone{Detail(handled)}",
        Outcome.Held => $"held back, and is still open{Colon(handled)}",
        Outcome.Trimmed => $"cut down, and verified{Detail(handled)}",
        Outcome.Observed => $"left open; it would have been {(TrimText.IsTrim(handled.Verdict) ? "cut down" : "revoked")}: {Observer(handled)}",
        Outcome.Told => $"left open: {Teller(handled.Verdict)}",
        Outcome.Failed when TrimText.IsTrim(handled.Verdict) => $"not cut down: that failed{Detail(handled)}; it may still be open",
        Outcome.Failed => $"not removed: revoking it failed{Detail(handled)}; it may still be open",
        Outcome.OpenedAgain => $"revoked, and then opened again by a later change{Detail(handled)}",
        _ => "gone before anything was done",
    };

    private static string Observer(Handled handled)
    {
        var asking = handled.Verdict.Reasons.Where(r => r.Asks != RuleAction.Notify).ToList();
        if (asking.Count > 0 && asking.All(r => r.Rule.Mode == Mode.Observe && r.Rule.Kind != RuleKind.Threat)) return $"{Rules(asking)} only {(asking.Count == 1 ? "observes" : "observe")}";
        // Every reason observes but not every rule: then it is the policy that does. Else somebody held an enforcing rule back.
        var held = asking.All(r => r.Observing) ? "" : SafeText.Line(handled.Detail, MostOfDetail);
        return held.Length > 0 ? held : "the mode is observe";
    }

    private static string Teller(Verdict verdict)
    {
        if (DoorText.IsAllowed(verdict)) return Allowed(verdict);
        var own = verdict.Reasons.Where(r => r.Decision == verdict.Decision && r.Rule.Kind != RuleKind.Threat).ToList();
        if (own.Count > 0 && own.All(r => r.OnlyToldBecause is not null)) return OnlyTold(own, verdict.Reasons.Any(r => r.Rule.Kind == RuleKind.Threat));
        var ask = $"{Rules(own)} {(own.Count == 1 ? "asks" : "ask")} to tell, not to act";
        return verdict.Decision == Decision.Undecided ? $"{Because(own)}; then {ask}" : ask;
    }

    /// <summary>A sweep found it, and may not act on it; or the answer to an attack is to tell.</summary>
    private static string OnlyTold(List<Reason> reasons, bool isAttacked)
    {
        var why = reasons.Select(r => SafeText.Line(r.OnlyToldBecause, MostOfDetail)).Distinct(StringComparer.Ordinal).Take(3);
        return $"{(isAttacked ? "it is only told of" : "a sweep found it, and only tells of it")}: {string.Join("; ", why)}";
    }

    /// <summary>The attack came through it, and nothing that the policy says closes it.</summary>
    private static string Allowed(Verdict verdict) =>
        verdict.Reasons.Select(r => SafeText.Line(r.OnlyToldBecause ?? r.Because, MostOfDetail)).FirstOrDefault(w => w.Length > 0) is { } why ? $"the policy allows it, and it is not suspended: {why}" : "the policy allows it";

    /// <summary>What is not known, so that nobody can judge.</summary>
    public static string Because(IEnumerable<Reason> reasons)
    {
        var unknown = reasons.Select(r => SafeText.Line(r.Because, MostOfDetail)).Where(b => b.Length > 0).Distinct(StringComparer.Ordinal).Take(3).ToList();
        return unknown.Count == 0 ? "what it admits is not known" : string.Join("; ", unknown);
    }

    private static string Rules(List<Reason> reasons) =>
        $"{RuleText.Noun(reasons)} {string.Join(", ", reasons.Take(5).Select(r => SafeText.Line(r.Rule.Id, 64)))}";

    private static string Colon(Handled handled) =>
        SafeText.Line(handled.Detail, MostOfDetail) is { Length: > 0 } detail ? $": {detail}" : "";

    private static string Detail(Handled handled) =>
        SafeText.Line(handled.Detail, MostOfDetail) is { Length: > 0 } detail ? $" ({detail})" : "";
}

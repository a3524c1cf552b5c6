using Remediator.Cli.Explanations;
using Remediator.Findings;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>One permission in a tree: the verdict, each rule with its reason, what would remain, what would be done, what is not known.</summary>
internal static class VerdictText
{
    /// <param name="isOwn">The event opened it; else it stood there already, or nobody knows.</param>
    public static void Hang(Branch root, Policy policy, Explanation explanation, Verdict verdict, bool isOwn)
    {
        var (sign, tone) = Marks.Of(verdict.Decision);
        var line = new Line().Add($"{sign} ", tone).Add(PermissionText.Of(verdict.Permission, explanation.Key), Tone.Strong).Add(": ").Add(Words.Of(verdict.Decision), tone);
        if (verdict.Decision != Decision.Compliant) line.Add($", {Words.Of(verdict.Severity)}");
        var branch = root.Add(isOwn ? line : line.Add(" (this event did not open it)", Tone.Quiet));
        if (verdict.Permission.Description is { Length: > 0 } description) branch.Add($"described as {SafeText.Quote(description, 200)}", Tone.Quiet);
        if (verdict.Reasons.IsEmpty) branch.Add("no rule has anything against it", Tone.Quiet);
        foreach (var reason in verdict.Reasons) ReasonText.Hang(branch, policy, explanation, verdict, reason);
        Sum(branch, policy, explanation, verdict);
    }

    private static void Sum(Branch branch, Policy policy, Explanation explanation, Verdict verdict)
    {
        if (verdict.Reasons.Count(r => r.Decision == Decision.Violation) > 1 && ExtentText.Of(verdict) is { } extent) branch.Add($"forbidden together: {extent}");
        foreach (var waiver in verdict.Waivers)
            branch.Add($"waived until {waiver.Until.UtcDateTime:yyyy-MM-dd HH:mm} UTC by {SafeText.Line(waiver.Owner, 200)}: {SafeText.Quote(waiver.Reason, 200)} ({SafeText.Line(waiver.Id, 64)})", Tone.Good);
        if (!verdict.Remainder.IsEmpty) branch.Add($"would remain: {RemainderText.Of(verdict.Remainder, explanation.Key)}");
        if (DroppedText.Of(verdict) is { } dropped) branch.Add(dropped);
        if (DoneText.Of(verdict, policy, explanation) is { } done) branch.Add(done, Tone.Strong);
        foreach (var need in NeedsText.Lines(verdict.Needs)) branch.Add(new Line().Add("? ", Tone.Doubt).Add(need));
    }
}

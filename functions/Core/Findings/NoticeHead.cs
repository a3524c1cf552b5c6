using System.Globalization;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>The first lines of a notice: what was done, where, and for how long it had been open.</summary>
internal static class NoticeHead
{
    public static IEnumerable<string> Lines(Report report, ImmutableArray<Handled> told)
    {
        foreach (var same in told.GroupBy(h => (h.Outcome, h.Verdict.Decision, IsTrim: TrimText.IsTrim(h.Verdict), IsSuspended: DoorText.IsSuspended(h.Verdict), Word: RuleText.Word(h.Verdict)))) yield return Done(report, [.. same]);
        foreach (var same in AbsenceText.Order(report.Lacks).GroupBy(l => l.Outcome)) yield return Missing(report, [.. same]);
        if (report.Threat is { } threat && DoorText.IsOne(report)) yield return $"after {AttackLines.Line(threat)}";
        yield return $"on {SafeText.Ascii(report.Group.GroupId, 64)}, account {SafeText.Ascii(report.Group.Account, 12)}, {SafeText.Ascii(report.Group.Region, 32)}";
        if (Open(report, told) is { } open) yield return open;
    }

    private static string Done(Report report, ImmutableArray<Handled> same)
    {
        var what = same.Length == 1
            ? PermissionText.Of(same[0].Verdict.Permission, report.Group)
            : string.Create(CultureInfo.InvariantCulture, $"{same.Length} permissions");
        return (same[0].Outcome, same[0].Verdict.Decision) switch
        {
            (Outcome.Revoked, _) when DoorText.IsSuspended(same[0].Verdict) => $"Suspended{(report.SuspendedUntil is { } until ? $" until {TimeText.Of(until)}" : "")}: {what}",
            (Outcome.Revoked, _) => $"Closed: {what}",
            (Outcome.Trimmed, _) => $"Cut down: {what}",
            (Outcome.Held, _) => $"HELD BACK, still open: {what}",
            (Outcome.OpenedAgain, _) => $"Closed, and opened again: {what}",
            (Outcome.Failed, _) => $"FAILED to {(TrimText.IsTrim(same[0].Verdict) ? "cut down" : "close")}: {what}",
            (Outcome.Observed, _) when DoorText.IsSuspended(same[0].Verdict) => $"Would have suspended: {what}",
            (Outcome.Observed, _) => $"Would have {(TrimText.IsTrim(same[0].Verdict) ? "cut down" : "closed")}: {what}",
            (_, Decision.Undecided) => $"Could not judge, left open: {what}",
            _ => $"{RuleText.Capital(RuleText.Word(same[0].Verdict))}, left open: {what}",
        };
    }

    private static string Missing(Report report, ImmutableArray<Absence> same)
    {
        var what = same.Length == 1
            ? PermissionText.Of(same[0].Permission, report.Group)
            : string.Create(CultureInfo.InvariantCulture, $"{same.Length} permissions");
        return same[0].Outcome == Outcome.Restored ? $"Put back: {what}" : $"Missing: {what}";
    }

    private static string? Open(Report report, ImmutableArray<Handled> told)
    {
        if (report.ClosedAt is not { } closed || told.All(h => h.Outcome is not (Outcome.Revoked or Outcome.OpenedAgain or Outcome.Trimmed))) return null;
        if (Oldest(report, told) is { } opened) return $"{(told.Length == 1 ? "It was open" : "The oldest was open")} for {TimeText.Span(opened, closed)}.";
        return Blame.IsCertain(report)
            ? $"It was open for {TimeText.Span(report.Change.Time, closed)}."
            : $"Closed at {TimeText.Of(closed)}; since when it was open is not known.";
    }

    /// <summary>When the first of what was closed was opened; null where of one nobody saw it.</summary>
    private static DateTimeOffset? Oldest(Report report, ImmutableArray<Handled> told)
    {
        var closed = told.Where(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain or Outcome.Trimmed).ToList();
        return closed.All(h => report.Openings.ContainsKey(h.Verdict.Permission)) ? closed.Min(h => report.Openings[h.Verdict.Permission].At) : null;
    }
}

using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>A report → what Security Hub is told: one finding for each (account, region, group, permission, rule).</summary>
public static class FindingWriter
{
    /// <summary>Every state to tell of: FAILED of each, then PASSED of what was verified to be closed, cut down or put back.</summary>
    public static ImmutableArray<Finding> All(Report report, DateTimeOffset now)
    {
        var opened = Opened(report);
        return [.. opened, .. opened.Where(f => IsClosed(f.Outcome)).Select(f => Closed(f, f.EndedAt ?? now))];
    }

    /// <summary>FAILED findings, in the report's order, no id twice; none for what was gone before us.</summary>
    public static ImmutableArray<Finding> Opened(Report report) =>
    [
        .. report.Handled
            .Where(NoticeOrder.IsTold)
            .SelectMany(h => h.Verdict.Reasons.Select(r => Opened(report, h, r)))
            .Concat(AbsenceFinding.Of(report))
            .DistinctBy(f => f.Id, StringComparer.Ordinal),
    ];

    /// <summary>The same finding, PASSED, with a time strictly later than the FAILED one: an update that is not later is ignored by
    /// the service. Only for what was verified (<see cref="Outcome.Revoked"/>, <see cref="Outcome.Trimmed"/>, <see cref="Outcome.Restored"/>), and only after FAILED was accepted.</summary>
    public static Finding Closed(Finding opened, DateTimeOffset now)
    {
        var next = opened.UpdatedAt.AddMilliseconds(1);
        var seen = TimeText.Milliseconds(now);
        return opened with { Passed = true, UpdatedAt = seen > next ? seen : next };
    }

    internal static bool IsClosed(Outcome outcome) => outcome is Outcome.Revoked or Outcome.Trimmed or Outcome.Restored;

    /// <summary>When it was verified to have ended so, as the ledger has it: whoever tells it again later tells the same time.</summary>
    internal static DateTimeOffset? EndedAt(Report report, Outcome outcome, DateTimeOffset? at) => at ?? (IsClosed(outcome) ? report.ClosedAt : null);

    /// <summary>When it was seen to be wrong: before it was put right, also where a later attempt than the one that did so tells of it.
    /// Else what was told as PASSED meanwhile, by that attempt or of another event, would be FAILED again.</summary>
    internal static DateTimeOffset SeenAt(Report report, Outcome outcome, DateTimeOffset? at)
    {
        if (EndedAt(report, outcome, at) is not { } ended) return TimeText.Milliseconds(report.SeenAt);
        var latest = IsClosed(outcome) ? ended.AddMilliseconds(-1) : ended;
        return TimeText.Milliseconds(IsClosed(outcome) && report.SeenAt < latest ? report.SeenAt : latest);
    }

    private static Finding Opened(Report report, Handled handled, Reason reason)
    {
        var (region, account) = (SafeText.Ascii(report.Group.Region, FindingLimits.Region), SafeText.Ascii(report.Group.Account, FindingLimits.Account));
        var seen = SeenAt(report, handled.Outcome, handled.At);
        var since = Since(report, handled) is { } opened && opened < seen ? TimeText.Milliseconds(opened) : seen;
        return new(
            FindingId.Of(report.Group, handled.Verdict.Permission, reason.Rule.Id),
            $"arn:{report.Partition}:securityhub:{region}:{account}:product/{account}/default",
            $"remediator/{SafeText.Line(reason.Rule.Id, FindingLimits.GeneratorId - "remediator/".Length)}",
            account,
            region,
            since,
            since,
            seen,
            reason.Rule.Severity.ToString().ToUpperInvariant(),
            FindingText.Title(report, handled, reason),
            FindingText.Description(report, handled, reason),
            FindingText.Recommendation(report, handled, reason),
            handled.Outcome,
            Passed: false,
            FindingResource.Of(report.Partition, report.Group),
            Requirements(reason),
            FindingFields.Of(report, handled, reason))
        {
            EndedAt = EndedAt(report, handled.Outcome, handled.At),
            Related = RelatedFinding.Of(report),
        };
    }

    /// <summary>When it was opened, as far as that was seen.</summary>
    private static DateTimeOffset? Since(Report report, Handled handled) =>
        Blame.IsCertain(report) ? report.Change.Time : report.Openings.TryGetValue(handled.Verdict.Permission, out var opening) ? opening.At : null;

    private static ImmutableArray<string> Requirements(Reason reason) =>
    [
        .. reason.Rule.Controls
            .Select(c => SafeText.Line(c, FindingLimits.Requirement))
            .Where(c => c.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(FindingLimits.Requirements),
    ];
}

using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>The parts of a notice that only an attack has.</summary>
internal static class NoticeAttack
{
    private const int MostCommands = 3;

    public static IEnumerable<string> Lines(Report report) => report.Threat is { } threat && DoorText.IsOne(report) ? AttackLines.Of(threat) : [];

    public static IEnumerable<string> Remarks(Report report)
    {
        foreach (var remark in report.Remarks.Take(NoticeWhat.MostListed).Select(r => SafeText.Words(r, 300)).Where(r => r.Length > 0)) yield return $"- {remark}";
        if (NoticeWhat.More(report.Remarks.Length, "remark") is { } more) yield return more;
    }

    /// <summary>Nobody did anything now: who attacked stands above, and who opened the way is another question.</summary>
    public static IEnumerable<string> Who(Report report, ImmutableArray<Handled> told)
    {
        yield return "Nobody opened anything now: an attack came through what was open.";
        var (seen, unseen) = (told.Where(h => DoorText.Opener(report, h.Verdict.Permission) is not null).ToList(), told.Where(h => DoorText.Opener(report, h.Verdict.Permission) is null).ToList());
        foreach (var door in seen.Take(NoticeWhat.MostListed))
        {
            yield return $"{PermissionText.Of(door.Verdict.Permission, report.Group)} was opened by";
            yield return $"  {DoorText.Opener(report, door.Verdict.Permission)}";
            yield return $"  {DoorText.Event(report, door.Verdict.Permission)}";
        }

        if (NoticeWhat.More(seen.Count, "permission") is { } more) yield return more;
        if (unseen.Count > 0) yield return $"We did not see who opened {(seen.Count > 0 ? "the others" : unseen.Count == 1 ? "it" : "them")}: no event told us, or it is older than our record.";
    }

    /// <summary>What goes on in spite of what was closed, and what would end it. What is tracked goes on; the flows of some permissions are not tracked.
    /// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html</summary>
    public static IEnumerable<string> Connections(Report report)
    {
        yield return "Whoever is connected already may stay so: removing a permission does not cut connections that are tracked.";
        var one = report.Threat?.Contacts.Select(c => c.Remote).Distinct().ToList() is [var only] ? $" for {only}" : "";
        yield return $"A network ACL deny{one} cuts them, and so does a stop of the instance. `block`, or `isolate` with `cut-connections`, under `threats` in the policy would do so by itself.";
    }

    /// <summary>What to do about what stands.</summary>
    public static IEnumerable<string> Left(Report report, ImmutableArray<Handled> told)
    {
        var allowed = told.Where(h => h.Outcome == Outcome.Told && DoorText.IsAllowed(h.Verdict)).ToList();
        if (allowed.Count > 0)
        {
            yield return "The policy allows what was left open, and the attack comes through it. Is it needed as wide as that? Narrow it, or remove it:";
            foreach (var command in Commands(report, allowed)) yield return command;
            var isAsked = allowed.SelectMany(h => h.Verdict.Reasons).Any(r => r.OnlyToldBecause is not null);
            yield return $"Should it be closed by itself next time? Forbid it by a rule{(isAsked ? "" : "; or `suspend` under `threats` closes for a while what the policy allows")}.";
        }

        var others = told.Where(h => h.Outcome is Outcome.Observed or Outcome.Told && !allowed.Contains(h)).ToList();
        if (others.Count == 0) yield break;
        yield return "What was left open stays open until somebody removes it. To remove it by hand:";
        foreach (var command in Commands(report, others)) yield return command;
    }

    private static IEnumerable<string> Commands(Report report, List<Handled> left) => left.Take(MostCommands).Select(h => RevokeCommand.Of(report.Group, h.Verdict.Permission)).OfType<string>();

    public static IEnumerable<string> Undo(Report report, ImmutableArray<Handled> told)
    {
        var suspended = told.Where(DoorText.IsSuspended).ToList();
        var closed = told.Where(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain or Outcome.Trimmed && !DoorText.IsSuspended(h)).ToList();
        if (suspended.Count > 0)
        {
            var at = report.SuspendedUntil is { } until ? $" at {TimeText.Of(until)}" : "";
            yield return $"What is suspended is judged again{at}, and put back as far as the policy allows it then. To get it back at once{(closed.Count > 0 ? ", and what was closed for good with it" : "")}:";
            yield return $"remediator undo {report.Key}";
        }

        if (closed.Count > 0 && suspended.Count == 0)
        {
            yield return "Was it right as it was? Put it back, for 8 hours:";
            yield return $"remediator undo {report.Key}";
        }

        if (closed.Count + suspended.Count > 0) yield return "While the undo's waiver lasts, the same finding does not close it again, unless that grows more severe or names another port. Other waivers do not hold against an attack.";
    }
}

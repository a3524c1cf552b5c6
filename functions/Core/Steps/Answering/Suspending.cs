using Remediator.Containment;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Threats;

namespace Remediator.Steps.Answering;

/// <summary>What is taken away for a time, recorded before it is revoked and settled after it, so that its end finds exactly what was
/// taken, wherever the process ended.</summary>
/// <param name="threat">Null for what answers none: then nothing is recorded.</param>
/// <param name="hours">How long; null: nothing is suspended now, and perhaps an earlier attempt did.</param>
internal sealed class Suspending(World world, Claim claim, Threat? threat, int? hours)
{
    private const int MostTries = 3;

    private Suspension? _recorded;

    /// <summary>When what is suspended, or would be, is put back; null where nothing is.</summary>
    public DateTimeOffset? Until => _recorded?.Until ?? (hours is { } wanted && claim.Verdicts.Any(ThreatRule.AsksToSuspend) ? claim.At.AddHours(wanted) : null);

    /// <summary>Throws where it cannot be recorded: nothing is revoked then.</summary>
    public async Task Record(bool isTakenOver, CancellationToken cancel)
    {
        var toRevoke = claim.Plan.Calls.SelectMany(c => c.Permissions).ToHashSet();
        ImmutableArray<Permission> suspended = [.. claim.Verdicts.Where(v => ThreatRule.Suspends(v) && toRevoke.Contains(v.Permission)).Select(v => v.Permission)];
        if (threat is null || (suspended.IsEmpty && !isTakenOver)) return;
        for (var tries = 1; ; tries++)
        {
            var found = await world.Books.Measures.Find(claim.Key, cancel).ConfigureAwait(false);
            if (found.Problem is { } unread) throw new StoppedException($"whether something is suspended could not be read: {unread}");
            _recorded = found.Value as Suspension;
            if (suspended.IsEmpty || (_recorded is { EndedAt: null, State: MeasureState.Taking } known && known.Until > world.Clock.GetUtcNow() && suspended.All(known.Permissions.Contains))) return;
            var next = Next(suspended);
            if (await new SuspendedIn(world.Books, claim.Plan.Group).Note(next.Id, next.Until!.Value, cancel).ConfigureAwait(false) is { } unnoted) throw new StoppedException($"what is to be suspended could not be recorded: {unnoted}");
            var answer = await world.Books.Measures.Write(next, cancel).ConfigureAwait(false);
            if (answer is WriteAnswer.Failed failed) throw new StoppedException($"what is to be suspended could not be recorded: {failed.Problem}");
            if (answer is WriteAnswer.Conflict && tries == MostTries) throw new StoppedException("what is to be suspended could not be recorded: others changed it at the same time");
            if (answer is not WriteAnswer.Written) continue;
            _recorded = next;
            return;
        }
    }

    /// <summary>With exactly what was revoked; a problem, when that could not be written. While a revoke is unsettled, so is this.</summary>
    public async Task<string?> Settle(Progress progress, CancellationToken cancel)
    {
        var own = progress.Handled.Where(h => ThreatRule.Suspends(h.Verdict)).ToList();
        if (_recorded is not { EndedAt: null, State: MeasureState.Taking } recorded || own.Exists(h => h.Outcome is Outcome.Failed or Outcome.Held)) return null;
        var revoked = own.Where(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain).Select(h => h.Verdict.Permission).ToHashSet();
        ImmutableArray<Permission> taken = [.. recorded.Permissions.Where(revoked.Contains)];
        var settled = taken.IsEmpty
            ? recorded with { State = MeasureState.Refused, Problem = "nothing of it was taken away", EndedAt = world.Clock.GetUtcNow() }
            : recorded with { State = MeasureState.Standing, Permissions = taken };
        var answer = await world.Books.Measures.Write(settled.Next(), cancel).ConfigureAwait(false);
        if (answer is WriteAnswer.Written) _recorded = (Suspension)settled.Next();
        return answer is WriteAnswer.Written ? null : $"what was suspended could not be recorded: {(answer as WriteAnswer.Failed)?.Problem ?? "others changed it at the same time"}";
    }

    /// <summary>What an earlier attempt recorded may have been revoked, and stays in; what a guardrail held until now has its whole time.</summary>
    private Suspension Next(ImmutableArray<Permission> suspended)
    {
        var now = world.Clock.GetUtcNow();
        var until = now.AddHours(hours ?? 1);
        if (_recorded is { EndedAt: null } begun)
            return (Suspension)(begun with { State = MeasureState.Taking, Problem = null, EndedBy = null, Until = until, Permissions = [.. begun.Permissions.Union(suspended)] }).Next();
        return new(claim.Key, Cause.Of(threat!), claim.Plan.Group, suspended, now, until, (_recorded?.Version ?? 0) + 1);
    }
}

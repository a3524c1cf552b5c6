using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Carries out a plan, but for what an earlier attempt already settled: closes first, then cuts down, then puts back.</summary>
internal sealed class Remedy(World world, Invocation invocation, Claim claim, Attempt? earlier, Holding holding)
{
    private readonly Journal _journal = new(world.Clock, holding, earlier);
    private readonly List<Handled> _handled = [.. Settled(claim.Plan, earlier)];

    public IReadOnlyList<CallMade> Calls => _journal.Calls;

    public async Task<Progress> Run(CancellationToken cancel)
    {
        var settled = _handled.Select(h => h.Verdict.Permission).ToHashSet();
        foreach (var call in claim.Plan.Calls)
        {
            var due = call with { Permissions = [.. call.Permissions.Where(p => !settled.Contains(p))] };
            if (!due.Permissions.IsEmpty) await Revoke(due, cancel).ConfigureAwait(false);
        }

        foreach (var trim in claim.Plan.Trims.Where(t => !settled.Contains(t.Wide))) await Trim(trim, true, cancel).ConfigureAwait(false);
        foreach (var trim in BegunBefore().Where(t => !settled.Contains(t.Wide))) await Trim(trim, false, cancel).ConfigureAwait(false);
        foreach (var call in claim.Plan.Restorations)
        {
            var due = call with { Permissions = [.. call.Permissions.Where(p => !settled.Contains(p))] };
            if (!due.Permissions.IsEmpty) await PutBack(due, cancel).ConfigureAwait(false);
        }

        ImmutableArray<Handled> spared = [.. claim.Plan.Spared.Where(h => !settled.Contains(h.Verdict.Permission))];
        _handled.AddRange(await StillThere(spared, cancel).ConfigureAwait(false));
        var known = _handled.Select(h => h.Verdict.Permission).ToHashSet();
        _handled.AddRange(await LeftBehind(known, cancel).ConfigureAwait(false));
        return Advance(earlier?.Progress ?? Progress.Begun);
    }

    /// <summary>What needs no second attempt: not what failed, and not what was only told while too little was known to act.</summary>
    private static IEnumerable<Handled> Settled(Plan plan, Attempt? earlier)
    {
        var toAct = plan.Calls.SelectMany(c => c.Permissions).Concat(plan.Trims.Select(t => t.Wide)).ToHashSet();
        return (earlier?.Progress.Handled ?? [])
            .Where(h => h.Outcome is not (Outcome.Failed or Outcome.Missing or Outcome.Held))
            .Where(h => h.Outcome is not (Outcome.Told or Outcome.Observed) || !toAct.Contains(h.Verdict.Permission));
    }

    /// <summary>Trims of an earlier attempt that nobody asks for any more: a read does not show the wide permission, or no rule forbids it.
    /// Their pieces still have to be seen to.</summary>
    private IEnumerable<Trimming> BegunBefore()
    {
        var inPlace = claim.Verdicts.Select(v => v.Permission).ToHashSet();
        return earlier is null ? [] : earlier.Claim.Plan.Trims.Where(t => !inPlace.Contains(t.Wide));
    }

    /// <summary>What the earlier attempt had decided on and nobody decides on now. Where a read does not show it, it was most likely
    /// that attempt that revoked it, and people were told of it as open, or not at all: so its telling is brought to an end. Where it
    /// stands, it is allowed now, and nothing was done.</summary>
    private async Task<IEnumerable<Handled>> LeftBehind(HashSet<Permission> known, CancellationToken cancel)
    {
        var toRevoke = earlier?.Claim.Plan.Calls.SelectMany(c => c.Permissions).ToHashSet() ?? [];
        var toPutBack = earlier?.Claim.Plan.Restorations.SelectMany(c => c.Permissions).ToHashSet() ?? [];
        var left = (earlier?.Claim.Verdicts ?? []).Where(v => !known.Contains(v.Permission)).ToList();
        if (!left.Exists(v => toRevoke.Contains(v.Permission) || toPutBack.Contains(v.Permission))) return left.Select(v => new Handled(v, Outcome.Gone));
        var (inPlace, problem) = await new Acting(world, invocation).Read(claim.Plan.Group, cancel).ConfigureAwait(false);
        return left.Select(v => (toRevoke.Contains(v.Permission), toPutBack.Contains(v.Permission), inPlace.ContainsKey(v.Permission)) switch
        {
            (true, _, _) or (_, true, _) when problem is not null => new Handled(v, Outcome.Failed, $"the group could not be read: {problem}"),
            (true, _, false) => new(v, Outcome.Revoked, Revoker.ByAnEarlierAttempt),
            (_, true, true) => new(v, Outcome.Restored, PuttingBack.ByAnEarlierAttempt),
            _ => new(v, Outcome.Gone),
        });
    }

    /// <summary>What is only told is looked for once reads are settled: people hear nothing of what was put right meanwhile.</summary>
    private async Task<IEnumerable<Handled>> StillThere(ImmutableArray<Handled> spared, CancellationToken cancel)
    {
        var change = claim.Change;
        if (spared.IsEmpty || world.Clock.GetUtcNow() - change.Time < Timing.Settled) return spared;
        var reading = await world.Groups.Read(new GroupName(claim.Plan.Group.GroupId, null), change.Account, change.Region, cancel).ConfigureAwait(false);
        return reading switch
        {
            GroupReading.Found found => spared.Select(h => found.Group.Permissions.Contains(h.Verdict.Permission) == (h.Outcome != Outcome.Missing) ? h : h with { Outcome = Outcome.Gone }),
            GroupReading.NotFound => spared.Select(h => h with { Outcome = Outcome.Gone }),
            _ => spared,
        };
    }

    private async Task Revoke(Revocation call, CancellationToken cancel)
    {
        var revoker = new Revoker(world, invocation, earlier is not null, claim.Change.Time + Timing.Settled);
        var closings = await revoker.Run(call, cancel).ConfigureAwait(false);
        foreach (var made in revoker.Calls) _journal.Note(made);
        _handled.AddRange(claim.Verdicts
            .Where(v => v.AsksToAct && closings.ContainsKey(v.Permission))
            .Select(v => new Handled(v, closings[v.Permission].Outcome, closings[v.Permission].Detail) { At = world.Clock.GetUtcNow() }));
    }

    private async Task Trim(Trimming trim, bool isWanted, CancellationToken cancel)
    {
        var closing = await new Narrowing(world, invocation, _journal, trim, isWanted, claim.Change.Time + Timing.Settled).Run(cancel).ConfigureAwait(false);
        var verdicts = claim.Verdicts.Where(v => v.AsksForTrim).Concat(earlier?.Claim.Verdicts ?? []);
        _handled.AddRange(verdicts.Where(v => v.Permission.Equals(trim.Wide)).Take(1).Select(v => new Handled(v, closing.Outcome, closing.Detail) { At = world.Clock.GetUtcNow() }));
    }

    private async Task PutBack(Restoration call, CancellationToken cancel)
    {
        var endings = await new PuttingBack(world, invocation, _journal, earlier is not null).Run(call, cancel).ConfigureAwait(false);
        _handled.AddRange(claim.Verdicts
            .Where(v => endings.ContainsKey(v.Permission))
            .Select(v => new Handled(v, endings[v.Permission].Outcome, endings[v.Permission].Detail) { At = world.Clock.GetUtcNow() }));
    }

    /// <summary>What was told of another end has to be told anew; what was told of this one has not.</summary>
    private Progress Advance(Progress before)
    {
        var same = Ends(before.Handled).SetEquals(Ends(_handled));
        var closed = _handled.Any(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain or Outcome.Trimmed);
        return _journal.Progress with
        {
            Handled = [.. _handled],
            ClosedAt = before.ClosedAt ?? (closed ? world.Clock.GetUtcNow() : null),
            FindingsTold = same && before.FindingsTold,
            NoticeTold = same && before.NoticeTold,
            Calls = [.. before.Calls, .. _journal.Calls],
        };
    }

    private static HashSet<(string Permission, Outcome Outcome)> Ends(IEnumerable<Handled> handled) =>
        [.. handled.Select(h => (h.Verdict.Permission.Content, h.Outcome))];
}

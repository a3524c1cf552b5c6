using Remediator.Changes;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Carries out a plan, but for what an earlier attempt already settled.</summary>
internal sealed class Remedy(World world, Invocation invocation)
{
    private readonly List<CallMade> _calls = [];

    public IReadOnlyList<CallMade> Calls => _calls;

    /// <param name="claim">What was decided.</param>
    /// <param name="earlier">An earlier attempt that did not finish; null under a first claim.</param>
    public async Task<Progress> Run(Claim claim, Attempt? earlier, CancellationToken cancel)
    {
        var handled = (earlier?.Progress.Handled ?? []).Where(h => h.Outcome != Outcome.Failed).ToList();
        var settled = handled.Select(h => h.Verdict.Permission).ToHashSet();
        foreach (var call in claim.Plan.Calls)
        {
            var due = call with { Permissions = [.. call.Permissions.Where(p => !settled.Contains(p))] };
            if (due.Permissions.IsEmpty) continue;
            handled.AddRange(await Revoke(claim, due, earlier is not null, cancel).ConfigureAwait(false));
        }

        ImmutableArray<Handled> spared = [.. claim.Plan.Spared.Where(h => !settled.Contains(h.Verdict.Permission))];
        handled.AddRange(await StillThere(claim, spared, cancel).ConfigureAwait(false));
        handled.AddRange(LeftBehind(claim, earlier).Where(h => !settled.Contains(h.Verdict.Permission)));
        return Advance(earlier?.Progress ?? Progress.Begun, [.. handled]);
    }

    /// <summary>What the earlier attempt had decided on and a read of the group does not show any more: what it meant to revoke it
    /// most likely did, and people were told of it as open, or not at all. So its telling is brought to an end.</summary>
    private static IEnumerable<Handled> LeftBehind(Claim claim, Attempt? earlier)
    {
        if (earlier is null) return [];
        var inPlace = claim.Verdicts.Select(v => v.Permission).ToHashSet();
        var meant = earlier.Claim.Plan.Calls.SelectMany(c => c.Permissions).ToHashSet();
        return earlier.Claim.Verdicts
            .Where(v => !inPlace.Contains(v.Permission))
            .Select(v => meant.Contains(v.Permission) ? new Handled(v, Outcome.Revoked, Revoker.ByAnEarlierAttempt) : new Handled(v, Outcome.Gone));
    }

    /// <summary>What is only told is looked for once reads are settled: people hear nothing of what was put right meanwhile.</summary>
    private async Task<IEnumerable<Handled>> StillThere(Claim claim, ImmutableArray<Handled> spared, CancellationToken cancel)
    {
        var change = claim.Change;
        if (spared.IsEmpty || world.Clock.GetUtcNow() - change.Time < Timing.Settled) return spared;
        var reading = await world.Groups.Read(new GroupName(claim.Plan.Group.GroupId, null), change.Account, change.Region, cancel).ConfigureAwait(false);
        return reading switch
        {
            GroupReading.Found found => spared.Select(h => found.Group.Permissions.Contains(h.Verdict.Permission) ? h : h with { Outcome = Outcome.Gone }),
            GroupReading.NotFound => spared.Select(h => h with { Outcome = Outcome.Gone }),
            _ => spared,
        };
    }

    private async Task<IEnumerable<Handled>> Revoke(Claim claim, Revocation call, bool takenOver, CancellationToken cancel)
    {
        var revoker = new Revoker(world, invocation, takenOver, claim.Change.Time + Timing.Settled);
        var closings = await revoker.Run(call, cancel).ConfigureAwait(false);
        _calls.AddRange(revoker.Calls);
        return claim.Verdicts
            .Where(v => v.AsksForRevoke && closings.ContainsKey(v.Permission))
            .Select(v => new Handled(v, closings[v.Permission].Outcome, closings[v.Permission].Detail));
    }

    /// <summary>What was told of another end has to be told anew; what was told of this one has not.</summary>
    private Progress Advance(Progress before, ImmutableArray<Handled> handled)
    {
        var same = Ends(before.Handled).SetEquals(Ends(handled));
        var closed = handled.Any(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain);
        return new(handled, before.ClosedAt ?? (closed ? world.Clock.GetUtcNow() : null), same && before.FindingsTold, same && before.NoticeTold);
    }

    private static HashSet<(string Permission, Outcome Outcome)> Ends(ImmutableArray<Handled> handled) =>
        [.. handled.Select(h => (h.Verdict.Permission.Content, h.Outcome))];
}

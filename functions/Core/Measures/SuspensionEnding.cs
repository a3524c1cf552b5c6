using Remediator.Changes;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Measures;

/// <summary>Puts back what a suspension took away: what is missing still, and what policy and agreements of now allow.</summary>
/// <remarks>INVARIANT: nothing is put back that this suspension did not take away, that another one holds, or that an enforcing rule would
/// take away again.</remarks>
internal sealed class SuspensionEnding(Policy policy, World world, Invocation invocation, Means means)
{
    private readonly EndingRecord _record = new(means, null);

    public async Task<MeasureEnd> Run(Suspension suspension, CancellationToken cancel)
    {
        var earlier = await means.Books.Ledger.Earlier(suspension.Id, cancel).ConfigureAwait(false);
        if (earlier.Problem is { } unread) return _record.Failed(suspension, $"the ledger's entry could not be read: {unread}");
        var (begun, problem) = await _record.Begin(suspension, cancel).ConfigureAwait(false);
        if (problem is not null) return _record.Failed(suspension, problem);
        if (begun is not Suspension { State: MeasureState.Ending } ending) return new MeasureEnd.Over(begun!) { Calls = means.Calls };
        // A person undid the entry, and died or lost the table before that was recorded here.
        if (earlier.Value?.Undone is { } undone) return await _record.Finish(ending with { EndedBy = undone.By }, null, cancel).ConfigureAwait(false);
        return await PutBack(ending, TakenAway(ending, earlier.Value), cancel).ConfigureAwait(false);
    }

    /// <summary>Of an entry that came to its end, or waits for a guardrail, what it says; else whatever is missing may be missing by our hand.</summary>
    private static ImmutableArray<Permission> TakenAway(Suspension suspension, Attempt? attempt)
    {
        ImmutableArray<Permission> all = [.. suspension.Permissions.Select(p => p with { RuleId = null })];
        if (attempt is null or { FinishedAt: null, HeldUntil: null }) return all;
        var taken = attempt.Progress.Handled.Where(h => h.Outcome is Outcome.Revoked or Outcome.OpenedAgain or Outcome.Trimmed).Select(h => h.Verdict.Permission).ToHashSet();
        return [.. all.Where(taken.Contains)];
    }

    private async Task<MeasureEnd> PutBack(Suspension ending, ImmutableArray<Permission> takenAway, CancellationToken cancel)
    {
        var open = await means.Measures.Open(cancel).ConfigureAwait(false);
        if (open.Problem is { } unread) return _record.Failed(ending, $"what else is suspended could not be read: {unread}");
        var around = new Surroundings(world, invocation, new FixedFacts(), new(Asked(ending)), []);
        await around.Read(Needs.Nothing with { Facts = NeededFacts.Tags, Standing = true }, cancel).ConfigureAwait(false);
        if (around.GroupIsGone) return await _record.Finish(ending, "the group is gone", cancel).ConfigureAwait(false);
        if (around.Situation.Standing is not { } standing) return _record.Failed(ending, Said(around));
        var missing = takenAway.Except(standing).Except(HeldByOthers(ending, open.Value)).ToImmutableArray();
        if (missing.IsEmpty) return await _record.Finish(ending, null, cancel).ConfigureAwait(false);
        var agreements = await means.Books.Agreements.Of(ending.Group, cancel).ConfigureAwait(false);
        if (agreements.Problem is { } unknown) return _record.Failed(ending, $"the agreements of the group could not be read: {unknown}");
        var verdicts = await Judge(around, missing, [.. agreements.Value.Where(a => a.EndedAt is null)], cancel).ConfigureAwait(false);
        if (around.Problems.Count > 0) return _record.Failed(ending, Said(around));
        var wanted = verdicts.SelectMany(Allowed).Except(standing).ToImmutableArray();
        var notPutBack = await new Restoring(means, ending.Id, ending.Group).Run(wanted, cancel).ConfigureAwait(false);
        return notPutBack is null ? await _record.Finish(ending, Forbidden(ending.Group, verdicts), cancel).ConfigureAwait(false) : _record.Failed(ending, notPutBack);
    }

    /// <summary>As they would stand beside the others, with all that a read can add.</summary>
    private async Task<ImmutableArray<Verdict>> Judge(Surroundings around, ImmutableArray<Permission> missing, ImmutableArray<Waivers.Agreement> agreements, CancellationToken cancel)
    {
        while (true)
        {
            var now = means.Now;
            var situation = around.Situation with
            {
                Now = now,
                Actor = null,
                Standing = [.. around.Situation.Standing ?? [], .. missing],
                Waivers = [.. agreements.Select(a => a.Waiver).Where(w => w.IsInForce(now))],
            };
            var verdicts = Verdicts.Judge.DecideAll(policy, missing, situation);
            if (!await around.Read(verdicts.Aggregate(Needs.Nothing, (sum, v) => sum.And(v.Needs)), cancel).ConfigureAwait(false)) return verdicts;
        }
    }

    /// <summary>What no enforcing rule would take away again: of what one would cut down, what would remain.</summary>
    private static IEnumerable<Permission> Allowed(Verdict verdict) => verdict switch
    {
        { AsksForRevoke: true } => [],
        { AsksForTrim: true } => verdict.Remainder.Select(p => p with { RuleId = null, Description = verdict.Permission.Description, Tags = verdict.Permission.Tags }),
        _ => [verdict.Permission],
    };

    private static string? Forbidden(GroupKey group, ImmutableArray<Verdict> verdicts)
    {
        var forbidden = verdicts.Where(v => v.AsksToAct).Select(v =>
            $"`{PermissionText.Of(v.Permission, group)}` was {(v.AsksForTrim ? "put back in part" : "not put back")}, because {string.Join(", ", v.Rules.Select(r => $"`{SafeText.Line(r, 64)}`"))} {(v.Rules.Count() == 1 ? "forbids" : "forbid")} it now").ToList();
        return forbidden.Count == 0 ? null : string.Join("; ", forbidden);
    }

    private static IEnumerable<Permission> HeldByOthers(Suspension ending, ImmutableArray<Measure> open) =>
        open.OfType<Suspension>().Where(s => s.Id != ending.Id && s.Group == ending.Group && s.State is MeasureState.Taking or MeasureState.Standing).SelectMany(s => s.Permissions);

    private static string Said(Surroundings around) =>
        around.Problems.Concat(around.Remarks).ToList() is { Count: > 0 } problems ? string.Join("; ", problems) : "the group could not be read";

    /// <summary>In the form in which a judge is asked: a change that nobody made.</summary>
    private Change Asked(Suspension suspension) =>
        new($"measure/{suspension.Id}", "SuspensionEnd", means.Now, suspension.Account, suspension.Region, new(suspension.Group.GroupId, null), new("schedule", null, null, null, Channel.Unknown, null)) { Kind = ChangeKind.Swept };
}

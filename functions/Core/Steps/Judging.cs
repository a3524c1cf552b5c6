using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Steps;

/// <summary>One event about one group: judged on what the event says; EC2 is asked only where that does not decide it, and each thing
/// at most once.</summary>
internal sealed class Judging(Policy policy, World world, Invocation invocation, FixedFacts known)
{
    public async Task<Judgement> Run(Change change, CancellationToken cancel)
    {
        var around = new Surroundings(world, invocation, known, change);
        var finder = new SubjectFinder(world, invocation);
        var verdicts = Judge.DecideAll(policy, EitherWay(change), around.Situation with { OpenedBy = change.Actor });
        if (change.WholeGroupBecause is null && SaysEnough(change) && verdicts.All(IsFine)) return Benign(change, change.Permissions.Length, 0);
        if (await FinishedAt(change, cancel).ConfigureAwait(false) is { } finishedAt) return new Judgement.Over(new Result.Repeated(change, finishedAt));

        var subject = SubjectFinder.AsTold(change);
        ImmutableHashSet<Permission>? stood = subject is null || finder.IsLate(change) ? null : [];
        while (!around.GroupIsGone)
        {
            var mustStand = MustStand(verdicts.Take(subject?.Own.Length ?? verdicts.Length));
            if (stood is null || !mustStand.IsSubsetOf(stood))
            {
                mustStand = mustStand.Union(stood ?? []);
                (subject, var group, var problem) = await finder.Find(change, mustStand, cancel).ConfigureAwait(false);
                if (subject is null) return new Judgement.Over(new Result.Undone(change) { Problems = [problem!] });
                if (group is not null) around.Learn(group, subject.Own);
                stood = mustStand;
            }
            else if (!await around.Read(Needs(verdicts, around.Situation), cancel).ConfigureAwait(false))
            {
                break;
            }

            verdicts = Judged(subject!, around.Situation);
        }

        if (around.GroupIsGone) (subject, verdicts) = (SubjectFinder.Gone(change), []);
        return await Conclude(change, subject!, [.. verdicts.Where(v => v.Decision != Decision.Compliant)], around, cancel).ConfigureAwait(false);
    }

    private async Task<Judgement> Conclude(Change change, Subject subject, ImmutableArray<Verdict> verdicts, Surroundings around, CancellationToken cancel)
    {
        // What an earlier attempt revoked is gone, and may not have been told yet.
        if (verdicts.IsEmpty && await world.Ledger.Earlier(Claim.KeyOf(change, subject.Group), cancel).ConfigureAwait(false) is null) return Benign(change, subject.Count, subject.Gone);
        return new Judgement.Due(subject, verdicts, around.Situation, around.Exposure, [.. around.Problems], [.. around.Remarks]);
    }

    /// <summary>A change whose direction is not known is judged both ways.</summary>
    private static ImmutableArray<Permission> EitherWay(Change change) => change.DirectionKnown
        ? change.Permissions
        : [.. change.Permissions, .. change.Permissions.Select(p => p with { Direction = Direction.Egress })];

    /// <summary>A group that is known by its name alone could be any that a rule chooses by id.</summary>
    private bool SaysEnough(Change change) => change.Group.Id is not null
        || (policy.Rules.All(r => r.Groups == GroupSelector.Any && r.DenySymbols.IsEmpty) && policy.Baselines.IsEmpty && policy.Changes.IsEmpty);

    private static bool IsFine(Verdict verdict) => verdict.Decision == Decision.Compliant && verdict.Needs.IsNothing;

    private static Judgement.Over Benign(Change change, int permissions, int gone) => new(new Result.Benign(change, permissions, gone));

    private ImmutableArray<Verdict> Judged(Subject subject, Situation situation) =>
    [
        .. Judge.DecideAll(policy, subject.Own, situation with { OpenedBy = situation.Actor }),
        .. Judge.DecideAll(policy, subject.Others, situation with { IsSweep = true }),
    ];

    /// <summary>What only a baseline or change control wants to act on is acted on only where a read shows it.</summary>
    /// <param name="verdicts">On what the event itself opened.</param>
    private static ImmutableHashSet<Permission> MustStand(IEnumerable<Verdict> verdicts) =>
    [
        .. verdicts
            .Where(v => v.AsksForRevoke || v.AsksForTrim)
            .Where(v => v.Reasons.All(r => r.Rule.Kind != RuleKind.Deny || r.Observing || r.Asks < RuleAction.Trim))
            .Select(v => v.Permission),
    ];

    private Needs Needs(ImmutableArray<Verdict> verdicts, Situation situation)
    {
        var needs = verdicts.Aggregate(Verdicts.Needs.Nothing, (sum, v) => sum.And(v.Needs));
        if (policy.Guardrails?.Protected is not { } selector || !verdicts.Any(v => v.AsksForRevoke || v.AsksForTrim)) return needs;
        return needs.And(Verdicts.Needs.Nothing with { Facts = selector.Needs(situation.Group) });
    }

    /// <summary>Asked before anything is read, so that a second delivery makes no call.</summary>
    private async Task<DateTimeOffset?> FinishedAt(Change change, CancellationToken cancel) => change.Group.Id is { } id
        ? (await world.Ledger.Earlier(Claim.KeyOf(change, new(change.Account, change.Region, id)), cancel).ConfigureAwait(false))?.FinishedAt
        : null;
}

using Remediator.Changes;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Steps;

/// <summary>One event that closed something in one group. Nothing that is open is judged: only what baselines name and the group now
/// lacks, and what somebody closed who may not change it.</summary>
internal sealed class ClosingJudging(Shortfalls shortfalls, World world, Invocation invocation, FixedFacts known, Case it)
{
    private readonly Change _change = it.Change;
    private readonly Policy _policy = shortfalls.Policy;
    private readonly Surroundings _around = new(world, invocation, known, it, []);

    public async Task<Judgement> Run(CancellationToken cancel)
    {
        if (Needs(_around.Situation) is { IsNothing: true } && !IsAgainstSomebody()) return Benign();
        if (await world.Ledger.FinishedAt(_change, cancel).ConfigureAwait(false) is { } finishedAt) return new Judgement.Over(new Result.Repeated(_change, finishedAt));
        if (_change.WholeGroupBecause is not null) await world.Clock.Settle(_change.Time, cancel).ConfigureAwait(false);
        // A group that is known by its name alone could be any that a selector chooses by id.
        if (_change.Group.Id is null) await _around.Read(Verdicts.Needs.Nothing with { Standing = true }, cancel).ConfigureAwait(false);
        _around.Forget(_change.Closed);
        while (!_around.GroupIsGone && await _around.Read(Needs(_around.Situation), cancel).ConfigureAwait(false))
        {
            _around.Forget(_change.Closed);
        }

        return await Conclude(await Lacking(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
    }

    private Needs Needs(Situation situation)
    {
        var needs = Drift.Needs(_policy, situation);
        foreach (var control in shortfalls.Against(_change.Actor, situation.Group)) needs = needs.And(Verdicts.Needs.Nothing with { Facts = control.Groups.Needs(situation.Group) });
        return _policy.Guardrails?.Protected is { } selector && !needs.IsNothing ? needs.And(Verdicts.Needs.Nothing with { Facts = selector.Needs(situation.Group) }) : needs;
    }

    /// <summary>Change control that needs no reading to know that it is about this group.</summary>
    private bool IsAgainstSomebody() => shortfalls.Against(_change.Actor, _around.Situation.Group).Any() || (_change.Group.Id is null && !(_policy.Baselines.IsEmpty && _policy.Changes.IsEmpty));

    /// <summary>Which group or list a baseline's peer is, is only asked where something is missing.</summary>
    private async Task<Lacking> Lacking(CancellationToken cancel)
    {
        if (_around.GroupIsGone) return Steps.Lacking.Nothing;
        await _around.ReadPeersOfBaselines(_policy, cancel).ConfigureAwait(false);
        return shortfalls.Of(_around.Situation, _change.Closed);
    }

    private async Task<Judgement> Conclude(Lacking lacking, CancellationToken cancel)
    {
        var key = _around.Situation.Group.Key;
        // Nothing is claimed of a group that could not be read; and nothing is silent about it.
        var isRead = _around.GroupIsGone || (_around.Situation.Standing is not null && Needs(_around.Situation).IsNothing);
        ImmutableArray<string> problems = isRead ? [.. _around.Problems] : [.. _around.Problems, .. _around.Remarks];
        var earlier = await world.Ledger.Earlier(_change.KeyIn(key), cancel).ConfigureAwait(false);
        if (earlier.Problem is { } problem) problems = [.. problems, $"whether an earlier delivery was handled to its end could not be read: {problem}"];
        if (lacking.IsNothing && problems.IsEmpty && earlier.Value is null) return Benign();
        var subject = new Subject(key, [], [], 0, !_around.IsLate) { MayActOnOthers = !_around.IsLate };
        return new Judgement.Due(subject, [], _around.Situation, _around.Exposure, problems, [.. _around.Remarks, .. lacking.Untold]) { Shortfalls = lacking.Shortfalls };
    }

    private Judgement.Over Benign() => new(new Result.Benign(_change, 0, 0));
}

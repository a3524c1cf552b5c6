using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Steps;

/// <summary>One group as a sweep read it: everything that it holds and lacks, whoever did that. What people know of, and nobody may act on,
/// costs no claim.</summary>
internal sealed class Sweeping(Policy policy, Mode ceiling, Shortfalls shortfalls, World world, Invocation invocation, FixedFacts known, Case it)
{
    private readonly Change _change = it.Change;
    private readonly GroupKey _group = new(it.Change.Account, it.Change.Region, it.Change.Group.Id!);
    private readonly SweepRules _may = it.Sweep!;
    private readonly SweptSplit _split = new(policy, ceiling, shortfalls, invocation, it);
    private readonly Surroundings _around = new(world, invocation, known, it, []);
    private ImmutableArray<Waiver> _waivers = [];

    public async Task<Judgement> Run(CancellationToken cancel)
    {
        if (it.Group is { } listed) _around.Learn(listed, []);
        else await _around.Read(Verdicts.Needs.Nothing with { Facts = NeededFacts.Tags, Standing = true }, cancel).ConfigureAwait(false);
        var due = await Judge(cancel).ConfigureAwait(false);
        var problem = due is { IsNothing: true, Known.IsEmpty: true } ? null : await Agree(cancel).ConfigureAwait(false);
        if (!_waivers.IsEmpty) due = await Judge(cancel).ConfigureAwait(false);
        if (problem is null && !due.IsNothing)
        {
            // What is claimed is as it stands now, with ids: the listing may be minutes old.
            problem = await Freshen(cancel).ConfigureAwait(false);
            due = await Judge(cancel).ConfigureAwait(false);
        }

        ImmutableArray<string> problems = [.. problem is null ? [] : new[] { problem }, .. _around.Problems];
        return problems.IsEmpty ? await Conclude(due, cancel).ConfigureAwait(false) : Undone(problems);
    }

    /// <summary>Reads until nothing more is to be known.</summary>
    private async Task<Judgement.Due> Judge(CancellationToken cancel)
    {
        var due = Due(_waivers);
        while (!_around.GroupIsGone && await _around.Read(_split.Needs(due), cancel).ConfigureAwait(false)) due = Due(_waivers);
        if (_around.GroupIsGone || policy.Baselines.IsEmpty) return due;
        await _around.ReadPeersOfBaselines(policy, cancel).ConfigureAwait(false);
        return Due(_waivers);
    }

    private Judgement.Due Due(ImmutableArray<Waiver> waivers) =>
        _split.Of(_group, _around.GroupIsGone ? _around.Situation with { Standing = null } : _around.Situation, waivers, _around.Exposure, [.. _around.Remarks]) with { With = Due };

    /// <summary>A problem, when nobody knows what is waived: then nothing is told either.</summary>
    private async Task<string?> Agree(CancellationToken cancel)
    {
        var agreements = await world.Books.Agreements.Of(_group, cancel).ConfigureAwait(false);
        if (agreements.Problem is { } problem) return $"the agreements of the group could not be read: {problem}";
        _waivers = [.. agreements.Value.Select(a => a.Waiver).Where(w => w.IsInForce(world.Clock.GetUtcNow()))];
        return null;
    }

    private async Task<string?> Freshen(CancellationToken cancel)
    {
        var reading = await new Acting(world, invocation).InTime(token => world.Groups.Read(new(_group.GroupId, null), _group.Account, _group.Region, token), cancel).ConfigureAwait(false);
        if (reading is GroupReading.Found found) _around.Learn(found.Group, []);
        else if (reading is GroupReading.NotFound) _around.Lose();
        else return $"group `{_group.GroupId}` could not be read: {(reading as GroupReading.Failed)?.Problem ?? Reads.NoAnswer}";
        return null;
    }

    private async Task<Judgement> Conclude(Judgement.Due due, CancellationToken cancel)
    {
        if (!due.IsNothing) return due;
        if (_may.MayBeUnfinished)
        {
            // What an earlier try removed is gone, and may not have been told yet.
            var earlier = await world.Ledger.Earlier(_change.KeyIn(_group), cancel).ConfigureAwait(false);
            if (earlier.Problem is { } problem) return Undone([$"whether an earlier try was brought to its end could not be read: {problem}"]);
            if (earlier.Value is { FinishedAt: null }) return due;
        }

        return new Judgement.Over(new Result.Benign(_change, due.Subject.Count, _around.GroupIsGone ? due.Subject.Count : 0) { Known = due.Known, Remarks = due.Remarks });
    }

    private Judgement.Over Undone(ImmutableArray<string> problems) => new(new Result.Undone(_change) { Problems = problems });
}

using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Threats;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Steps.Answering;

/// <summary>The doors of one group that an attack came through, judged as they stand now. No waiver counts, but one by which a person
/// undid an answer to the same finding.</summary>
internal sealed class AttackJudging(Policy policy, Mode ceiling, World world, Invocation invocation, FixedFacts known, Case it)
{
    private readonly Attack _attack = it.Attack!;
    private readonly Surroundings _around = new(world, invocation, known, it, []);
    private readonly Stance _stance = Stance.Of(policy, it.Attack!.Threat);
    private readonly TrafficSet _came = Packets.Of(it.Attack!.Threat);
    private string? _uncounted;

    public async Task<Judgement> Run(CancellationToken cancel)
    {
        if (await Look(cancel).ConfigureAwait(false) is { } problem) return Undone(problem);
        var rule = new ThreatRule(policy, _attack.Threat, _stance, _came);
        var due = Due(rule, []);
        while (!_around.GroupIsGone && await _around.Read(Needs(due), cancel).ConfigureAwait(false)) due = Due(rule, []);
        if (Suspends(due))
        {
            (rule.TooMany, _uncounted) = await new MeasureCount(world.Books.Tallies, world.Clock.GetUtcNow()).Of(_attack.Key, _attack.Group.Account, _attack.Group.Region, _stance.Suspends!.MostAnHour, cancel).ConfigureAwait(false);
            if (rule.TooMany is not null) due = Due(rule, []);
        }

        return await Conclude(due, cancel).ConfigureAwait(false);
    }

    private async Task<string?> Look(CancellationToken cancel)
    {
        if (_attack.Shown is { } shown)
        {
            _around.Learn(shown, []);
            return null;
        }

        var reading = await new Reads(world, invocation).Permissions(_attack.Group, cancel).ConfigureAwait(false);
        if (reading is GroupReading.Found found) _around.Learn(found.Group, []);
        else if (reading is GroupReading.NotFound) _around.Lose();
        else return $"group `{_attack.Group.GroupId}` could not be read: {(reading as GroupReading.Failed)?.Problem ?? Reads.NoAnswer}";
        return null;
    }

    private Judgement.Due Due(ThreatRule rule, ImmutableArray<Waiver> waivers)
    {
        var doors = _attack.Doors.ToHashSet();
        ImmutableArray<Permission> standing = _around.GroupIsGone ? [] : [.. (_around.Situation.Standing ?? []).Where(doors.Contains).Distinct()];
        var situation = _around.Situation with { Actor = null, IsSweep = true, Waivers = waivers, WhyOnlyTold = _stance.Closes ? null : (_, _) => _stance.Why };
        var verdicts = ThreatJudge.DecideAll(policy, standing, situation, _came, rule.Of).ToLookup(v => v.Decision is Decision.Violation or Decision.Undecided);
        ImmutableArray<string> problems = [.. _attack.Problems, .. _around.Problems, .. _uncounted is null ? [] : new[] { _uncounted }];
        var waived = verdicts[false].Select(v => $"`{v.Permission}` stays open, by a waiver of who undid an earlier answer to this finding");
        return new(new(_attack.Group, [], standing, doors.Count - standing.Length, false), [.. verdicts[true]], situation, _around.Exposure, problems, [.. _attack.Remarks, .. _around.Remarks, .. waived])
        {
            Told = [.. verdicts[true].SelectMany(v => _attack.Told.Known(_attack.Threat, _attack.Group, v))],
            With = others => Due(rule, others),
        };
    }

    private bool Suspends(Judgement.Due due) => ceiling == Mode.Enforce && due.Verdicts.Any(ThreatRule.Suspends);

    private Needs Needs(Judgement.Due due)
    {
        var needs = due.Verdicts.Aggregate(Verdicts.Needs.Nothing, (sum, v) => sum.And(v.Needs));
        if (policy.Guardrails?.Protected is not { } selector || !due.Verdicts.Any(v => v.AsksToAct)) return needs;
        return needs.And(Verdicts.Needs.Nothing with { Facts = selector.Needs(_around.Situation.Group) });
    }

    /// <summary>What an earlier attempt closed is no door any more, and may not have been told yet.</summary>
    private async Task<Judgement> Conclude(Judgement.Due due, CancellationToken cancel)
    {
        if (!due.IsNothing) return due;
        var earlier = await world.Ledger.Earlier(_attack.Key, cancel).ConfigureAwait(false);
        if (earlier.Problem is { } problem) return Undone($"whether an earlier delivery was handled to its end could not be read: {problem}");
        if (earlier.Value is { FinishedAt: null }) return due;
        if (earlier.Value is { FinishedAt: { } at }) return new Judgement.Over(new Result.Repeated(it.Change, at));
        return new Judgement.Over(new Result.Benign(it.Change, 0, due.Subject.Gone) { Problems = due.Problems, Remarks = due.Remarks });
    }

    private Judgement.Over Undone(string problem) => new(new Result.Undone(it.Change) { Problems = [problem] });
}

using Remediator.Containment;
using Remediator.Groups;
using Remediator.Measures;
using Remediator.Policies;
using Remediator.Steps;
using Remediator.Steps.Answering;
using Remediator.Threats;

namespace Remediator;

/// <summary>The way of one GuardDuty finding: read → where it took place now → doors → each group as a change is handled → measures →
/// tell.</summary>
/// <param name="policy">The policy in force.</param>
/// <param name="ceiling">What the environment allows; the more careful of this and the policy's own mode counts.</param>
/// <param name="pipeline">With the same policy, ceiling and world.</param>
public sealed class ThreatPipeline(Policy policy, Mode ceiling, Defence defence, Pipeline pipeline)
{
    public async Task<Result> Run(ReadOnlyMemory<byte> utf8Event, Invocation invocation, CancellationToken cancel)
    {
        // Read.
        var reading = ThreatReader.Read(utf8Event);
        if (reading is Ignored ignored) return new Result.NotJudged(ignored.Why);
        if (reading is not Threat threat) return new Result.Undone(null) { Problems = ((Unreadable)reading).Problems };
        return await Run(threat, invocation, cancel).ConfigureAwait(false);
    }

    internal async Task<Result> Run(Threat threat, Invocation invocation, CancellationToken cancel)
    {
        if (threat.Account != invocation.Account)
            return new Result.Undone(null) { Problems = [$"the finding is of account `{threat.Account}`, and this function acts on its own account `{invocation.Account}` only: take its events off this rule"] };

        // Where it took place, as it is now, and what let it in.
        var earlier = ToldMarks.Read(defence.World.Books.Tallies, threat, defence.World.Clock.GetUtcNow(), cancel);
        var scene = await new SceneReader(policy, defence, invocation, threat).Read(cancel).ConfigureAwait(false);
        var told = await earlier.ConfigureAwait(false);
        var found = Doors.Of(threat, scene.Interfaces, scene.Groups, scene.Facts);
        ImmutableArray<string> remarks = [.. scene.Remarks, .. found.Unknown];

        // Each group by itself.
        var attacks = await new AttackFinder(defence.World, threat, scene, found.Doors, remarks, told).Find(cancel).ConfigureAwait(false);
        var groups = ImmutableArray.CreateBuilder<Result>();
        foreach (var attack in attacks)
            groups.Add(defence.World.Clock.GetUtcNow() > invocation.ActUntil ? Result.OutOfTime(attack.Change) : await pipeline.Answer(attack, invocation, cancel).ConfigureAwait(false));

        // What else the policy asks for; then tell.
        var measures = await Measures(threat, scene.Interfaces, invocation, cancel).ConfigureAwait(false);
        var whyNothing = attacks.IsEmpty ? WhyNothing.Of(threat, scene, Stance.Of(policy, threat), found.Unknown.IsEmpty) : null;
        var result = new Result.Answered(threat, groups.ToImmutable(), measures, whyNothing);
        var telling = await new ThreatTelling(policy, defence.World, invocation, threat, told).Run(result, remarks, !scene.Problems.Any(p => p.MayComeYet), cancel).ConfigureAwait(false);
        return result with
        {
            Problems = [.. scene.Problems.Select(p => p.Text).Concat(result.Groups.SelectMany(g => g.Problems)).Concat(measures.SelectMany(m => m.Problems)).Concat(telling.Problems).Distinct()],
            Remarks = [.. remarks, .. telling.Remarks],
        };
    }

    private async Task<ImmutableArray<MeasureReport>> Measures(Threat threat, ImmutableArray<InterfaceFacts> interfaces, Invocation invocation, CancellationToken cancel)
    {
        var stance = Stance.Of(policy, threat);
        var taker = new MeasureTaker(policy, ceiling, defence, invocation);
        return
        [
            .. stance.Isolates is { } isolate ? await taker.Isolate(threat, isolate, interfaces, cancel).ConfigureAwait(false) : [],
            .. stance.Blocks is { } block ? await taker.Block(threat, block, interfaces, cancel).ConfigureAwait(false) : [],
        ];
    }
}

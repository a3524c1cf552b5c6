using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Schedule;

/// <summary>One run of the schedule: what people agreed on ends in time, and what was done about threats; then what could not be told is
/// told, then what was held is judged again, then the sweep. One run at a time; each step by itself, inside its share of the time.</summary>
/// <param name="ceiling">What the environment allows; the more careful of this and the policy's own mode counts.</param>
/// <param name="again">Judges again what an attempt holds.</param>
/// <param name="after">Judges what a waiver covered that is over.</param>
/// <param name="more">Steps that follow, each by its name.</param>
public sealed class ScheduledRun(
    Policy policy, Mode ceiling, Defence defence, Func<Attempt, Invocation, CancellationToken, Task<Result>> again,
    Func<Waiver, Invocation, CancellationToken, Task<Result>> after,
    params ImmutableArray<(string Name, Func<Invocation, CancellationToken, Task<StepReport>> Run)> more)
{
    private readonly TimeProvider _clock = defence.World.Clock;

    /// <summary>In order, each with its share of the time that the ones before it left: an outbox that is full of letters which nobody
    /// takes leaves time for the sweep.</summary>
    private readonly ImmutableArray<(string Name, double Share, Func<Invocation, CancellationToken, Task<StepReport>> Run)> _steps =
    [
        (AgreementsStep.Name, 1, new AgreementsStep(policy, ceiling, defence.World, after).Run),
        (MeasuresStep.Name, 1 / 2d, new MeasuresStep(policy, ceiling, defence).Run),
        (OutboxStep.Name, 1 / 3d, new OutboxStep(defence.World).Run),
        (HeldStep.Name, 1 / 2d, new HeldStep(defence.World, again).Run),
        .. more.Select(step => (step.Name, 1d, step.Run)),
    ];

    public async Task<RunReport> Run(Invocation invocation, CancellationToken cancel)
    {
        var turn = new RunLock(defence.World.Books.Notebook, _clock);
        var (heldUntil, problem) = await turn.Take(invocation, cancel).ConfigureAwait(false);
        if (problem is not null) return new([Alone.Short("turn", problem)]);
        if (heldUntil is not null) return new([]) { HeldUntil = heldUntil };
        try
        {
            return new(await InTurn(invocation, cancel).ConfigureAwait(false));
        }
        finally
        {
            await turn.Release(invocation, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<ImmutableArray<StepReport>> InTurn(Invocation invocation, CancellationToken cancel)
    {
        var reports = ImmutableArray.CreateBuilder<StepReport>(_steps.Length);
        foreach (var (name, share, run) in _steps)
        {
            var within = Within(invocation, share);
            reports.Add(_clock.GetUtcNow() < within.ActUntil
                ? await Alone.Run(name, name, () => run(within, cancel), cancel).ConfigureAwait(false)
                : Alone.Short(name, "there was no time left for it"));
        }

        return reports.MoveToImmutable();
    }

    private Invocation Within(Invocation invocation, double share)
    {
        var left = invocation.ActUntil - _clock.GetUtcNow();
        return left <= TimeSpan.Zero ? invocation : invocation with { Deadline = invocation.Deadline - (1 - share) * left };
    }
}

using Remediator.Policies;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Schedule;

/// <summary>What people agreed on ends in time, is told before, and an emergency change is looked at.</summary>
internal sealed class AgreementsStep(Policy policy, Mode ceiling, World world, Func<Waiver, Invocation, CancellationToken, Task<Result>> after)
{
    public const string Name = "agreements";

    public async Task<StepReport> Run(Invocation invocation, CancellationToken cancel)
    {
        var open = await world.Books.Agreements.Open(cancel).ConfigureAwait(false);
        var report = new StepReport(Name);
        if (open.Problem is { } problem) report = Alone.Short(Name, $"waivers and leases could not be read: {problem}");
        // One that nobody can read must not keep the others open: what could be read of them is dealt with.
        var due = open.Value.IsDefault ? [] : open.Value.Where(IsDue).OrderBy(a => a.Waiver.Until).ToList();
        if (due.Count == 0) return report;
        var (whyNotClose, unknown) = await new Standstill(policy, ceiling, world.Books.Switch).Ask(cancel).ConfigureAwait(false);
        if (unknown is not null) report = report with { Problems = [.. report.Problems, unknown] };
        foreach (var agreement in due)
        {
            var turn = new AgreementTurns(policy, world, invocation, after, whyNotClose, mayClose: unknown is null);
            var what = $"{Findings.AgreementText.Noun(agreement)} `{Findings.SafeText.Ascii(agreement.Waiver.Id, 64)}`";
            report = report.And(world.Clock.GetUtcNow() < invocation.ActUntil
                ? await Alone.Run(Name, what, () => turn.Run(agreement.Waiver.Id, what, cancel), cancel).ConfigureAwait(false)
                : Alone.Short(Name, $"{what}: there was no time left for it"));
        }

        return report;
    }

    private bool IsDue(Agreement agreement)
    {
        var now = world.Clock.GetUtcNow();
        return Due.Ends(agreement, now) || Due.EndsSoon(agreement, now) || Due.Review(agreement, now);
    }
}

using Remediator.Groups;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Cli;

/// <summary>Judges, and where nothing enforces also says what would remain if everything did: an observing policy is there to show that.</summary>
internal sealed class Rehearsal(Policy policy)
{
    private readonly Policy _inForce = policy with
    {
        Mode = Mode.Enforce,
        Rules = [.. policy.Rules.Select(r => r with { Mode = null })],
        Baselines = [.. policy.Baselines.Select(b => b with { Mode = null })],
        Changes = [.. policy.Changes.Select(c => c with { Mode = null })],
    };

    /// <summary>As <see cref="Judge.DecideAll"/>.</summary>
    public ImmutableArray<Verdict> DecideAll(ImmutableArray<Permission> permissions, Situation situation)
    {
        var verdicts = Judge.DecideAll(policy, permissions, situation);
        if (!verdicts.Any(v => v.WouldTrim)) return verdicts;
        var inForce = Judge.DecideAll(_inForce, permissions, situation);
        return [.. verdicts.Zip(inForce, (verdict, would) => verdict.WouldTrim ? verdict with { Remainder = would.Remainder, Dropped = would.Dropped } : verdict)];
    }
}

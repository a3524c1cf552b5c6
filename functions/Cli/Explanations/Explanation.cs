using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Cli.Explanations;

/// <summary>What one event means for one group under a policy.</summary>
/// <param name="Group">As the input shows it; null when it is not there.</param>
/// <param name="Own">Verdicts on what the event opened.</param>
/// <param name="Others">Verdicts on what else the group holds, where the event concerns all of it.</param>
/// <param name="Open">What could not be decided, and what would tell.</param>
internal sealed record Explanation(
    Change Change, Situation Situation, SecurityGroup? Group, Exposure? Exposure, ImmutableArray<Verdict> Own, ImmutableArray<Verdict> Others, ImmutableArray<OpenQuestion> Open)
{
    /// <summary>What should be there and is not.</summary>
    public ImmutableArray<Shortfall> Shortfalls { get; init; } = [];

    /// <summary>A violation stands, or somebody closed what they may not.</summary>
    public bool HasViolations => Verdicts.Any(v => v.Decision == Decision.Violation)
        || Shortfalls.Any(s => s.Verdict.Reasons.Any(r => r.Rule.Kind == RuleKind.ChangeControl));

    public GroupKey Key => Situation.Group.Key;

    public IEnumerable<Verdict> Verdicts => Own.Concat(Others);
}

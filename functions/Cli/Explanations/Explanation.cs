using Remediator.Changes;
using Remediator.Groups;
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
    public GroupKey Key => Situation.Group.Key;

    public IEnumerable<Verdict> Verdicts => Own.Concat(Others);
}

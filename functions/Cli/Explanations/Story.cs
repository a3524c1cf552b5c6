using Remediator.Changes;
using Remediator.Policies;

namespace Remediator.Cli.Explanations;

/// <summary>One event under one policy.</summary>
/// <param name="Policy">Null when the file holds none that can be used.</param>
/// <param name="Reading">Null when the event could not be read.</param>
internal sealed record Story(Policy? Policy, ChangeReading? Reading, ImmutableArray<Explanation> Explanations)
{
    public bool GroupsGiven { get; init; }

    /// <summary>What hangs on groups that nobody named.</summary>
    public OpenQuestion? Open => Reading is PrefixListChange list && Explanations.IsEmpty
        ? GroupsGiven
            ? new($"no group of the input refers to prefix list {list.PrefixListId}", "give --groups all groups of the account and region")
            : new($"every group that refers to prefix list {list.PrefixListId} is judged, and no group is in the input", "give --groups what `aws ec2 describe-security-groups` prints")
        : null;
}

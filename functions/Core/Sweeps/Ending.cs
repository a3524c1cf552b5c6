using Remediator.Groups;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>How one group of a sweep ended.</summary>
/// <param name="Handled">What this round did or told of; empty where nothing was due.</param>
/// <param name="IsTold">People were told of all that. Else it counts as not told.</param>
/// <param name="IsJudged">False: nobody knows what the group holds, and what is remembered of it stays as it is.</param>
internal sealed record Ending(SecurityGroup Group, Result Result, ImmutableArray<Handled> Handled, bool IsTold, bool IsJudged)
{
    /// <summary>What is open or missing as far as people know.</summary>
    public IEnumerable<Handled> Open => (IsTold ? Handled.Where(h => h.Outcome is not (Outcome.Revoked or Outcome.Trimmed or Outcome.Restored or Outcome.Gone)) : []).Concat(Result.Known);

    /// <summary>Something is left to do for the same round.</summary>
    public bool IsUnfinished => !Result.Problems.IsEmpty;

    public bool IsQuiet => Result is Result.Benign && Result.Problems.IsEmpty;
}

using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>How one of a policy's own tests ended.</summary>
/// <param name="Verdict">What the policy says of the test's permission.</param>
/// <param name="Differences">Each expectation that was not met, for people; user text in backticks.</param>
public sealed record TestOutcome(PolicyTest Test, Verdict Verdict, ImmutableArray<string> Differences)
{
    public bool Passed => Differences.IsEmpty;
}

using Remediator.Policies;
using Remediator.Verdicts.Testing;

namespace Remediator.Verdicts;

/// <summary>Runs a policy's own tests.</summary>
/// <remarks>A test asks what the rules say: a policy that only observes is tested as if it enforced, so that it can be trusted before
/// it does. A rule that says <c>mode: observe</c> for itself observes in its tests too, and asks for no action.</remarks>
public static class PolicyTester
{
    public static TestOutcome Run(Policy policy, PolicyTest test)
    {
        var verdict = Judge.DecideAll(Enforcing(policy), [test.Permission], TestSituation.Of(test))[0];
        return new(test, verdict, [.. Expectations.Differences(test, verdict)]);
    }

    /// <summary>Every test of the policy, in the file's order.</summary>
    public static ImmutableArray<TestOutcome> RunAll(Policy policy)
    {
        var enforcing = Enforcing(policy);
        return [.. policy.Tests.Select(test => Run(enforcing, test))];
    }

    /// <summary>The same policy when it enforces already: what the judge keeps of it is kept.</summary>
    private static Policy Enforcing(Policy policy) => policy.Mode == Mode.Enforce ? policy : policy with { Mode = Mode.Enforce };
}

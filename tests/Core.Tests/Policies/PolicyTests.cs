using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Policies;

/// <summary>The tests that a policy carries.</summary>
internal static class PolicyTests
{
    public static void AllPass(Policy policy) => Assert.Empty(PolicyTester.RunAll(policy)
        .SelectMany(outcome => outcome.Differences.Select(difference => $"{outcome.Test.Place}: {outcome.Test.Name}: {difference}")));
}

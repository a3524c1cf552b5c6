using Remediator.Diagnostics;
using Remediator.Policies.Reading;

namespace Remediator.Policies.Checks;

/// <summary>What can be said of a policy only when all of it is read. Warnings alone: what makes a policy unusable is told by reading.</summary>
public static class Linter
{
    /// <summary>From the top of the file down, the first 1,000.</summary>
    /// <param name="today">For dates that are past.</param>
    public static ImmutableArray<Diagnostic> Check(Policy policy, DateOnly today)
    {
        var problems = new Problems();
        foreach (var found in Found(policy, today)) problems.Add(found);
        return problems.InOrder();
    }

    private static IEnumerable<Diagnostic> Found(Policy policy, DateOnly today) =>
    [
        .. ShadowCheck.Check(policy),
        .. RuleCheck.Check(policy),
        .. BaselineCheck.Check(policy),
        .. ForbiddenEntries.Possible(policy),
        .. SectionCheck.Check(policy),
        .. ResponseCheck.Check(policy),
        .. TestCheck.Check(policy),
        .. DateCheck.Check(policy, today),
    ];
}

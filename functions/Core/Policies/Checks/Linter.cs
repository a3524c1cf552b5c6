using Remediator.Diagnostics;

namespace Remediator.Policies.Checks;

/// <summary>What can be said of a policy only when all of it is read. Warnings alone: what makes a policy unusable is told by reading.</summary>
public static class Linter
{
    /// <summary>From the top of the file down.</summary>
    /// <param name="today">For dates that are past.</param>
    public static ImmutableArray<Diagnostic> Check(Policy policy, DateOnly today)
    {
        var found = new List<Diagnostic>();
        found.AddRange(ShadowCheck.Check(policy));
        found.AddRange(RuleCheck.Check(policy));
        found.AddRange(BaselineCheck.Check(policy));
        found.AddRange(ForbiddenEntries.Possible(policy));
        found.AddRange(SectionCheck.Check(policy));
        found.AddRange(TestCheck.Check(policy));
        found.AddRange(DateCheck.Check(policy, today));
        return [.. found.OrderBy(d => d.Place.Line).ThenBy(d => d.Place.Column).ThenBy(d => d.Code, StringComparer.Ordinal)];
    }
}

using Remediator.Cli.Describe;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Cli.Audits;

/// <summary>What an audit looked at, and what it found.</summary>
internal sealed record AuditReport(Policy Policy, DescribeFiles Files, ImmutableArray<GroupAudit> Groups)
{
    public int Permissions => Groups.Sum(g => g.Verdicts.Length);

    public bool HasViolations => Groups.Any(g => g.Verdicts.Any(v => v.Decision == Decision.Violation));

    public ImmutableArray<string> Accounts => [.. Groups.Select(g => g.Group.Key.Account).Distinct().Order(StringComparer.Ordinal)];

    public ImmutableArray<string> Regions => [.. Groups.Select(g => g.Group.Key.Region).Distinct().Order(StringComparer.Ordinal)];

    public int Count(Decision decision) => Groups.Sum(g => g.Verdicts.Count(v => v.Decision == decision));
}

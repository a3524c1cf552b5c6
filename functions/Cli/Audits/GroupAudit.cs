using Remediator.Groups;
using Remediator.Verdicts;

namespace Remediator.Cli.Audits;

/// <summary>What the policy says of one group.</summary>
/// <param name="Exposure">What carries it; null when no interfaces were read.</param>
/// <param name="Verdicts">Of every permission, in the answer's order.</param>
internal sealed record GroupAudit(SecurityGroup Group, Exposure? Exposure, ImmutableArray<Verdict> Verdicts)
{
    public bool IsClean => Verdicts.All(v => v.Decision == Decision.Compliant);
}

using Remediator.Groups;
using Remediator.Verdicts;

namespace Remediator.Cli.Audits;

/// <summary>What the policy says of one group.</summary>
/// <param name="Exposure">What carries it; null when no interfaces were read.</param>
/// <param name="Verdicts">Of every permission, in the answer's order.</param>
internal sealed record GroupAudit(SecurityGroup Group, Exposure? Exposure, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>What baselines name and the group does not have.</summary>
    public ImmutableArray<Lack> Lacks { get; init; } = [];

    /// <summary>Permissions that could go without shutting anything out.</summary>
    public ImmutableArray<Redundant> Redundant { get; init; } = [];

    /// <summary>What should be written on the group or its permissions, and is not.</summary>
    public ImmutableArray<Lapse> Lapses { get; init; } = [];

    /// <summary>All of it is compliant; it may still lack something.</summary>
    public bool IsClean => Verdicts.All(v => v.Decision == Decision.Compliant);

    public bool HasRemarks => !Lacks.IsEmpty || !Redundant.IsEmpty || !Lapses.IsEmpty;
}

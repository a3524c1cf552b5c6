using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>One Security Hub finding, each text already within the limits of ASFF.</summary>
/// <param name="Id">Derived from account, region, group, permission and rule: the same hole has the same finding.</param>
/// <param name="UpdatedAt">When this was observed, in whole milliseconds; strictly later than the observation before it.</param>
/// <param name="Outcome">What became of the permission: only a finding of <see cref="Outcome.Revoked"/>,
/// <see cref="Outcome.Trimmed"/> or <see cref="Outcome.Restored"/> may be closed.</param>
/// <param name="Passed">False: FAILED, the hole is open. True: PASSED, verified closed.</param>
public sealed record Finding(
    string Id,
    string ProductArn,
    string GeneratorId,
    string Account,
    string Region,
    DateTimeOffset CreatedAt,
    DateTimeOffset FirstObservedAt,
    DateTimeOffset UpdatedAt,
    string SeverityLabel,
    string Title,
    string Description,
    string RemediationText,
    Outcome Outcome,
    bool Passed,
    FindingResource Resource,
    ImmutableArray<string> RelatedRequirements,
    ImmutableSortedDictionary<string, string> ProductFields)
{
    /// <summary>When it was verified to have ended as <see cref="Outcome"/> says; null where nobody knows. Not told: what is closed has it
    /// as its <see cref="UpdatedAt"/>.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The finding of another product that led to this one; null where none did.</summary>
    public RelatedFinding? Related { get; init; }

    /// <summary>Namespace, category and classifier of ASFF's types taxonomy.</summary>
    public const string Type = "Software and Configuration Checks/AWS Security Best Practices/Network Reachability";
}

namespace Remediator.Findings;

/// <summary>One Security Hub finding, each text already within the limits of ASFF.</summary>
/// <param name="Id">Derived from account, region, group, permission and rule: the same hole has the same finding.</param>
/// <param name="Passed">False: FAILED, the hole is open. True: PASSED, verified closed.</param>
/// <param name="UpdatedAt">When this was observed; strictly later than the observation before it.</param>
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
    bool Passed,
    FindingResource Resource,
    ImmutableArray<string> RelatedRequirements,
    ImmutableSortedDictionary<string, string> ProductFields);

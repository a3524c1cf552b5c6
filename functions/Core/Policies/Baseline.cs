using Remediator.Diagnostics;
using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>What the groups that it chooses should be: drift is what is extra, and what is missing.</summary>
/// <param name="Id">The author's, or <c>baseline-GROUP</c>.</param>
/// <param name="Ingress">Null: nothing is said of this direction; empty (<c>none</c>): nothing may be open.</param>
/// <param name="Egress">As <paramref name="Ingress"/>.</param>
/// <param name="Extra">For a permission, or a part of one, that no entry names.</param>
/// <param name="Restore">Put back what is missing; else it is told.</param>
/// <param name="Mode">The baseline's own mode; null: the policy's.</param>
public sealed record Baseline(
    string Id,
    GroupSelector Groups,
    ImmutableArray<BaselineEntry>? Ingress,
    ImmutableArray<BaselineEntry>? Egress,
    RuleAction Extra,
    bool Restore,
    Severity Severity,
    Mode? Mode,
    string Why,
    Place Place);

using Remediator.Diagnostics;
using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>The answer to GuardDuty findings of some types.</summary>
/// <param name="Types">Against the whole type, such as <c>UnauthorizedAccess:EC2/SSHBruteForce</c>.</param>
/// <param name="MinimumSeverity">GuardDuty's own number, 1.0 to 10.0; 0: any.</param>
public sealed record ThreatResponse(ImmutableArray<Pattern> Types, double MinimumSeverity, ThreatAnswer Answer, Place Place);

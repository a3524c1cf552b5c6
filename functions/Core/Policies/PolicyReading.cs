using Remediator.Diagnostics;

namespace Remediator.Policies;

/// <summary>What reading a policy file came to: every problem, and the policy when none of them is an error.</summary>
public sealed record PolicyReading(Policy? Policy, ImmutableArray<Diagnostic> Diagnostics);

namespace Remediator.Scenarios.Stories.Samples;

/// <summary>An account under the sample policy `three-tier-platform`, in force.</summary>
public sealed class ThreeTierTown() : PolicyTown(Sample.InForce("three-tier-platform"));

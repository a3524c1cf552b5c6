namespace Remediator.Scenarios.Stories.Samples;

/// <summary>An account under the sample policy `devops-test`, in force.</summary>
public sealed class DevopsTestTown() : PolicyTown(Sample.InForce("devops-test"));

namespace Remediator.Scenarios.Stories.Samples;

/// <summary>An account under the sample policy `defence-in-depth`, in force.</summary>
public sealed class DefenceInDepthTown() : PolicyTown(Sample.InForce("defence-in-depth"));

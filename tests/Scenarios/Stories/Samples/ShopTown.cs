namespace Remediator.Scenarios.Stories.Samples;

/// <summary>An account under the sample policy `e-commerce-shop`, in force.</summary>
public sealed class ShopTown() : PolicyTown(Sample.InForce("e-commerce-shop"));

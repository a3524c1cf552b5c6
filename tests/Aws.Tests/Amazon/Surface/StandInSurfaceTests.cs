using System.Reflection;

namespace Remediator.Aws.Tests.Amazon.Surface;

/// <summary>
/// A stand-in's public surface is a subset of the official package's. The facts are reflected from published assemblies, read from the
/// official sources or derived from the service models by the SDK generator's rules, trimmed by trim.py to the types that the
/// stand-ins have; those about SQS and Lambda are made by derive.py, and each says under `source` how it was confirmed.
/// </summary>
public sealed class StandInSurfaceTests
{
    [Theory]
    [InlineData("AWSSDK.EC2")]
    [InlineData("AWSSDK.SimpleNotificationService")]
    [InlineData("AWSSDK.SecurityHub")]
    [InlineData("AWSSDK.SQS")]
    [InlineData("AWSSDK.Lambda")]
    [InlineData("Amazon.Lambda.Core")]
    [InlineData("Amazon.Lambda.CloudWatchEvents")]
    [InlineData("Amazon.Lambda.RuntimeSupport")]
    [InlineData("Amazon.Lambda.Serialization.SystemTextJson")]
    public void Public_surface_of_a_stand_in_is_a_subset_of_the_official_one(string package)
    {
        var assembly = Assembly.Load(package);
        // The official assemblies are signed, the stand-ins are not.
        if (assembly.GetName().GetPublicKeyToken() is { Length: > 0 })
            Assert.Skip($"`{package}` is the official package here: there is no stand-in to compare with it");

        var problems = new SurfaceComparer(OfficialFacts.Of(package)).Problems(assembly.GetExportedTypes()).ToArray();

        Assert.True(problems.Length == 0, string.Join(Environment.NewLine, problems));
    }
}

using Amazon.Lambda.RuntimeSupport;

namespace Remediator.Aws.Tests.Amazon.Lambda;

/// <summary>For the few places where the stand-in does on purpose what the official package does not.</summary>
internal static class StandIn
{
    internal static void Only(string difference) => Assert.SkipWhen(
        typeof(RuntimeApiClient).Assembly.GetName().Version is { Major: > 0 }, $"only the stand-in does this: {difference}");
}

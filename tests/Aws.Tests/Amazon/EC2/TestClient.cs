using Amazon.EC2;
using Amazon.Runtime;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>A client whose service is in memory.</summary>
public static class TestClient
{
    public const string AccessKey = "AKIAIOSFODNN7EXAMPLE";

    /// <summary>AWS's documented example key.</summary>
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    /// <param name="retries">Tries beside the first one. The SDK waits up to a second before the first of them.</param>
    public static AmazonEC2Client Of(ScriptedService service, int retries = 0, Action<AmazonEC2Config>? configure = null)
    {
        var config = new AmazonEC2Config
        {
            RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1,
            HttpClientFactory = service,
            MaxErrorRetry = retries,
        };
        configure?.Invoke(config);
        return new AmazonEC2Client(new BasicAWSCredentials(AccessKey, SecretKey), config);
    }
}

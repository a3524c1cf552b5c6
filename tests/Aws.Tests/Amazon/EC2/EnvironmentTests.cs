using Amazon.EC2;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>The environment belongs to the process: nothing else runs beside these.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentTestsCollection;

[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    private const string ForAll = "AWS_ENDPOINT_URL";
    private const string ForEc2 = "AWS_ENDPOINT_URL_EC2";
    private readonly Dictionary<string, string?> _before = new[] { ForAll, ForEc2, "AWS_REGION", "AWS_RETRY_MODE", "AWS_MAX_ATTEMPTS" }
        .ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public EnvironmentTests()
    {
        foreach (var name in _before.Keys)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Fact]
    public void The_endpoint_for_every_service_is_taken_from_the_environment()
    {
        Environment.SetEnvironmentVariable(ForAll, "http://127.0.0.1:5001");
        Assert.Equal("http://127.0.0.1:5001/", new AmazonEC2Config { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1 }.ServiceURL.TrimEnd('/') + "/");
    }

    [Fact]
    public void The_endpoint_for_EC2_outranks_the_one_for_every_service()
    {
        Environment.SetEnvironmentVariable(ForAll, "http://127.0.0.1:5001");
        Environment.SetEnvironmentVariable(ForEc2, "http://127.0.0.1:5002");
        Assert.StartsWith("http://127.0.0.1:5002", new AmazonEC2Config { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1 }.ServiceURL, StringComparison.Ordinal);
    }

    [Fact]
    public void The_region_is_taken_from_the_environment()
    {
        Environment.SetEnvironmentVariable("AWS_REGION", "eu-south-2");
        Assert.Equal("eu-south-2", new AmazonEC2Config().RegionEndpoint.SystemName);
    }

    [Fact]
    public void Retries_are_the_standard_ones_three_attempts_in_all()
    {
        var config = new AmazonEC2Config { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1 };
        Assert.Equal(RequestRetryMode.Standard, config.RetryMode);
        Assert.Equal(2, config.MaxErrorRetry);
        Assert.Equal(DefaultConfigurationMode.Standard, config.DefaultConfigurationMode);
        Assert.Equal("2016-11-15", config.ServiceVersion);
        Assert.Equal("EC2", AmazonEC2Config.ServiceId);
    }
}

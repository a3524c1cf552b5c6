using Amazon.EC2;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.EC2;

public sealed class ConstructionTests
{
    private static readonly global::Amazon.RegionEndpoint Paris = global::Amazon.RegionEndpoint.EUWest3;

    private static readonly Func<AmazonEC2Client>[] WithRegion =
    [
        () => new(Paris),
        () => new(new AmazonEC2Config { RegionEndpoint = Paris }),
        () => new(new AnonymousAWSCredentials(), Paris),
        () => new(new AnonymousAWSCredentials(), new AmazonEC2Config { RegionEndpoint = Paris }),
        () => new("key", "secret", Paris),
        () => new("key", "secret", new AmazonEC2Config { RegionEndpoint = Paris }),
        () => new("key", "secret", "token", Paris),
        () => new("key", "secret", "token", new AmazonEC2Config { RegionEndpoint = Paris }),
    ];

    [Fact]
    public void Every_constructor_keeps_the_region() => Assert.All(WithRegion, static make =>
    {
        using var client = make();
        Assert.Equal("eu-west-3", client.Config.RegionEndpoint.SystemName);
        Assert.Equal("ec2", client.Config.AuthenticationServiceName);
    });

    [Fact]
    public void The_interface_makes_its_default_config_and_client()
    {
        var config = ConfigOf<IAmazonEC2>();
        config.RegionEndpoint = Paris;
        using var client = (IDisposable)ClientOf<IAmazonEC2>(config);
        Assert.IsType<AmazonEC2Config>(config);
        Assert.IsType<AmazonEC2Client>(client);
    }

    private static ClientConfig ConfigOf<T>() where T : IAmazonService => T.CreateDefaultClientConfig();

    private static IAmazonService ClientOf<T>(ClientConfig config) where T : IAmazonService => T.CreateDefaultServiceClient(new AnonymousAWSCredentials(), config);
}

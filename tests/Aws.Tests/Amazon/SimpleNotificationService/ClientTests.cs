using Amazon;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace Remediator.Aws.Tests.Amazon.SimpleNotificationService;

/// <summary>Where the client goes, and the ways to make one.</summary>
public sealed class ClientTests
{
    private static readonly RegionEndpoint Ireland = RegionEndpoint.EUWest1;

    [Fact]
    public void Client_tells_where_a_request_would_go()
    {
        using var client = new AmazonSimpleNotificationServiceClient(new AnonymousAWSCredentials(), Ireland);

        Assert.Equal("https://sns.eu-west-1.amazonaws.com", client.DetermineServiceOperationEndpoint(new PublishRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public void Config_says_what_the_official_one_says()
    {
        var config = new AmazonSimpleNotificationServiceConfig();

        Assert.Equal(("SNS", "sns", "2010-03-31"), (AmazonSimpleNotificationServiceConfig.ServiceId, config.RegionEndpointServiceName, config.ServiceVersion));
        Assert.Equal((RequestRetryMode.Standard, "SNS"), (config.RetryMode, ((ClientConfig)config).ServiceId));
    }

    [Fact]
    public void Every_constructor_makes_a_client_for_the_region_it_was_given()
    {
        var credentials = new BasicAWSCredentials("AKIAEXAMPLE", "secret");
        AmazonSimpleNotificationServiceConfig config = new() { RegionEndpoint = Ireland };
        IAmazonSimpleNotificationService[] clients =
        [
            new AmazonSimpleNotificationServiceClient(Ireland), new AmazonSimpleNotificationServiceClient(config), new AmazonSimpleNotificationServiceClient(credentials, Ireland),
            new AmazonSimpleNotificationServiceClient(credentials, config), new AmazonSimpleNotificationServiceClient("AKIAEXAMPLE", "secret", Ireland),
            new AmazonSimpleNotificationServiceClient("AKIAEXAMPLE", "secret", config), new AmazonSimpleNotificationServiceClient("AKIAEXAMPLE", "secret", "token", Ireland),
            new AmazonSimpleNotificationServiceClient("AKIAEXAMPLE", "secret", "token", config), (IAmazonSimpleNotificationService)Made<IAmazonSimpleNotificationService>(credentials, config),
        ];

        Assert.All(clients, client => Assert.Equal(Ireland, client.Config.RegionEndpoint));
        Array.ForEach(clients, client => client.Dispose());
        Assert.IsType<AmazonSimpleNotificationServiceConfig>(DefaultConfig<IAmazonSimpleNotificationService>());
    }

    private static IAmazonService Made<T>(AWSCredentials credentials, ClientConfig config) where T : IAmazonService => T.CreateDefaultServiceClient(credentials, config);

    private static ClientConfig DefaultConfig<T>() where T : IAmazonService => T.CreateDefaultClientConfig();
}
